"""Web pages: the tree, what of it shows, which part is the report, tables as grids."""
