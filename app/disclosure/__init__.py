"""Decides what a reader may see, and checks that nothing else is printed."""
