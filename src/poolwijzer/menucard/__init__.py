"""The menu card as its readers and its keepers see it: pages, an own folder, search, differences and checks."""
