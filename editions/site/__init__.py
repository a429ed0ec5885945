"""The site: docs/ and the menus as pages that link to each other, for a folder on any server or a stick.

Pages are made by jinja2 and markdown-it-py, which the house has already, in the look of its reports. A generator of
sites (mkdocs-material, zensical) would make the pages of docs/ alone: those of the menus, which are most of the site,
come from values, and a theme brings scripts into every page, words in English and a dependency with a tree of its own.
"""
