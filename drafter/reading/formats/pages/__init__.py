"""Pages of a PDF: characters and ruling lines, and what they make: lines, paragraphs, tables."""
