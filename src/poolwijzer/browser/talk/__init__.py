"""The conversation behind a web screen: what it shows as plain data, and what people do there as commands."""
