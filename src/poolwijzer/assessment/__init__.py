"""An initiative's file: its model, reading and writing it."""
