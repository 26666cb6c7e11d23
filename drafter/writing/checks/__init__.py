"""Checks on a single sentence, before it may stand in a report: each kind of claim in a file of its own."""
