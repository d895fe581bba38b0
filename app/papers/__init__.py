"""Papers, one file each: what a document is about, for whom, and what it says."""
