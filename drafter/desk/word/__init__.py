"""Word and WPS: a report out for review, and what was changed in it back as proposals."""
