"""The typology and the other pictures, for one initiative or for many."""
