"""Completing what is typed in a shell: the scripts for four shells, and what the program answers them.

A shell asks by starting the program with `_POOLWIJZER_COMPLETE` in its environment; nothing else ever looks here.
Typer's own scripts are left aside: they evaluate what comes back, lose spaces and colons, and speak English.
"""
