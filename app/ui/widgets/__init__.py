"""The small parts from which every page is built."""
