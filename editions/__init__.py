"""The ways by which the program reaches people beside a package: a page, a frozen program, a site. Built, not shipped."""
