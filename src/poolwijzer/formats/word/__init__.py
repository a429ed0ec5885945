"""A report as a Word document: the shipped template, filling one in, and laying out the text in its styles."""
