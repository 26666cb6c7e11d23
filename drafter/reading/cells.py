"""How certain a cell must be to count as read."""

CERTAIN = 0.8
"""A reading below this is left UNREADABLE: a wrong cell is worse than a missing one."""
