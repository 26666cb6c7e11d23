"""What happened: the pipeline for one report, its run record, and the files it leaves."""
