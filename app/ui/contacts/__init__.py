"""The page of agencies and helplines."""
