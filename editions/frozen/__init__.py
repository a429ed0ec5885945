"""The frozen program: a folder with Poolwijzer and its own Python, for who may or can install nothing."""
