"""Comparing: initiatives side by side, groups on one initiative, or one initiative over time."""
