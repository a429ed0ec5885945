"""A report in a Word document of an organisation's own: the only road on which python-docx and lxml are needed."""
