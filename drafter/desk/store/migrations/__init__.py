"""How the tables of the desk came to be, one step a file; run when a store is opened."""
