"""JSON schemas of the files, with what each key means in Dutch."""
