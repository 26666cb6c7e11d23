"""What a county office sees of a batch: the overview, the roll-up of its figures, the list to send back."""
