"""What the pages show, as values: everything that a template needs to know is decided here."""
