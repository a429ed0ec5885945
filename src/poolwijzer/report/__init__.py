"""One Report value, and the writers that put it on a screen or into a file."""
