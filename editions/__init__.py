"""How the program reaches people beside a package: a page, a frozen program, a site. Built from it, and not in it."""
