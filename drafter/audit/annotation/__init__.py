"""Comments in a Word file, at the places that an audit found."""
