"""Word files: the body walked element by element, with what python-docx leaves out."""
