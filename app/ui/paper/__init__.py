"""Papers on screen: previewed, printed, saved and checked."""
