"""`python -m poolwijzer`: the same as the command `poolwijzer`."""

from poolwijzer.cli.main import run

if __name__ == "__main__":
    run()
