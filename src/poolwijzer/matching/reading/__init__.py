"""Requests and offers of hours, from a file of our own and from tables."""
