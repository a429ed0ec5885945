"""How long the sentences of the menus are, as a table per file, and where words stand that they use no more.

A report, not a test: that of the sentences is in tests/content. A folder as argument is laid over the shipped menus.
"""

import sys
from pathlib import Path

from poolwijzer.content.files import read_menu_files
from poolwijzer.menucard.readability import find_hard_reading, make_readability_table, measure_files
from poolwijzer.menucard.retired_terms import find_retired_terms, read_retired_terms

TERMS = Path(__file__).with_name("termen.yaml")

if __name__ == "__main__":
    files = read_menu_files(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(make_readability_table(measure_files(files)))
    for problem in (*find_hard_reading(files), *find_retired_terms(files, read_retired_terms(TERMS))):
        print(problem)
