"""Reading tables: a row for each initiative, or a row for each respondent, from a spreadsheet or a survey tool."""

from poolwijzer.tables.document import TableDocument, document_of, parse_item
from poolwijzer.tables.item import Rows, TableItem
from poolwijzer.tables.reading import read_table

__all__ = ["Rows", "TableDocument", "TableItem", "document_of", "parse_item", "read_table"]
