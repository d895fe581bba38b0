"""Papers on screen: looked at, printed, saved and checked."""
