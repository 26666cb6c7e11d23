"""The store of the desk: every version of every report, the queue, the trail, and who is logged in."""
