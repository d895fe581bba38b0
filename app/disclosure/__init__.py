"""What a reader may see, and the check that nothing else is printed."""
