"""What must be reported: the statutory form as data, statistics, and the check of one against the other."""
