"""The face: one command a file, and the console they speak through."""
