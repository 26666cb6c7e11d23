"""Where a request is sent: one adapter a file. An adapter translates and knows nothing of facts."""
