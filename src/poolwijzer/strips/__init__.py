"""The ledger of strips, a file that several people add to: reading it, adding under a lock, joining its copies."""
