"""Files of every kind as blocks: docx, doc, html, pdf, Markdown and plain text, each by its own reader."""
