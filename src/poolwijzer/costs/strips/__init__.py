"""The card of strips: how many there are, whose they are, what is left. It reads no file and words nothing."""
