"""The desk in a browser: pages that the server writes, on this machine unless an office says otherwise."""
