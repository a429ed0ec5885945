"""The kinds of steps of a conversation: each knows its question, its answer in the file, its label and its shape."""
