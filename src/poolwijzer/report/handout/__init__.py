"""What is laid on the table in a conversation: empty sheets to stick, tick and write on."""
