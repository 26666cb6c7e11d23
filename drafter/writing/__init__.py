"""What is said: phrases, slots and the stock writer."""
