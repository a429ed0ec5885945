"""The edition for who has no Python: the whole program in one HTML file, which a browser opens without a network."""
