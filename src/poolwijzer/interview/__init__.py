"""The conversation: its script, which is pure, and the screens that ask."""
