"""What remains of a session on paper: the report for who was there, and the mail to send with it."""
