"""What the township knows: what a clerk hands in, and the ledger of facts that comes of it."""
