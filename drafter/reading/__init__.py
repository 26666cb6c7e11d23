"""What others wrote: a published or edited report back into statistics and sections."""
