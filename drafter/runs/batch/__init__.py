"""Many townships in one run: resumable, each by itself, paced by the endpoint."""
