"""Tables in another shape than one respondent or initiative a row, turned into one that has.

All that reads a table further knows one shape only; where a cell stood before is kept for messages.
"""
