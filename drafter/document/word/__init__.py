"""The Word package: text, tables, fixed parts and the container they lie in."""
