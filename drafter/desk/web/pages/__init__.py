"""The pages: each takes a request, asks the desk, and hands values to a template."""
