"""The window around every page: rail, pages, lock."""
