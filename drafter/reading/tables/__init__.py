"""The official tables of a published report, cell by cell, however the page flattened them."""

from drafter.reading.tables.result import TablesRead, read_tables

__all__ = ["TablesRead", "read_tables"]
