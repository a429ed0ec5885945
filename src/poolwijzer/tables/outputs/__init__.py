"""Tables of many initiatives: one module a format, that writes rows as they come."""
