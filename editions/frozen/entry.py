"""The script that PyInstaller makes into a program."""

from poolwijzer.cli.frozen_start import run

run()
