"""Reading tables: a row for each initiative, or a row for each respondent, from a spreadsheet or a survey tool."""

from poolwijzer.tables.document import Rows, TableDocument, parse_row
from poolwijzer.tables.reading import TABLES_IN, read_table

__all__ = ["TABLES_IN", "Rows", "TableDocument", "parse_row", "read_table"]
