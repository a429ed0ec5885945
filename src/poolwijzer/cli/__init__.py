"""The command line: one module a command; each reads its arguments, makes one call and shows the result."""
