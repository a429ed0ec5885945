"""A report as one HTML file: templates and a style sheet beside the modules that fill them."""
