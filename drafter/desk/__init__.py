"""The review desk: what an editor sees of a run, what they decide, and the trail that keeps it."""
