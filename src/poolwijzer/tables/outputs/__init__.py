"""Tables of many initiatives: one module a format, that writes rows as they come."""

from poolwijzer.tables.outputs.about import About
from poolwijzer.tables.outputs.writing import TABLES, check_table_suffixes, write_table

__all__ = ["TABLES", "About", "check_table_suffixes", "write_table"]
