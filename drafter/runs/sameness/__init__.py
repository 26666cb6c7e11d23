"""How much the narratives of a run, or of two years, share: 雷同."""
