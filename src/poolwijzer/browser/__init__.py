"""The browser edition: what its page asks of Python, as plain data. The page itself stands in `editions/browser/`."""
