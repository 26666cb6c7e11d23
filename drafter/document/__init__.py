"""What is on paper: blocks, table grids, assembly, and the writers for docx, html, markdown and pdf."""
