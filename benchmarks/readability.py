"""How long the sentences of the menus are, as a table per file. A report, not a test: that is in tests/content.

A folder as argument is laid over the shipped menus.
"""

import sys
from pathlib import Path

from poolwijzer.content.files import menu_files
from poolwijzer.menucard.readability import file_readings, readability_problems, readability_table

if __name__ == "__main__":
    files = menu_files(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(readability_table(file_readings(files)))
    for problem in readability_problems(files):
        print(problem)
