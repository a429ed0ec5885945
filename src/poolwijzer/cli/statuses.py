"""The exit statuses of the contract; 0 is that all went well."""

ATTENTION = 1
"""Something in the input needs attention."""
UNUSABLE = 2
"""The command or its input cannot be used."""
INTERRUPTED = 130
"""Ctrl-C, as every shell has it."""
