"""Asking everyone: a form in every kind, and the mail that goes with it. What comes back is in `returned`."""
