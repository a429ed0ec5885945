"""How a report is written: one module or folder a format."""
