"""What is kept of sessions to learn from: initiatives without names and without what people wrote."""
