"""Who pays what, as it is told: the tables, the sentences, and what is said under every amount."""
