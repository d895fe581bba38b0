"""The day list: what is overdue, due and kept."""
