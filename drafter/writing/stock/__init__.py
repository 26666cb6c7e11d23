"""The stock writer: a complete report from phrases and the clerk's own sentences, with no model."""
