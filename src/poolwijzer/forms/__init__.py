"""Asking everyone, and bringing the answers together."""
