"""The report as a PDF: what is handed to typst, the letters it has, and the template that lays it out."""
