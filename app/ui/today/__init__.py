"""The day list: what is overdue, what is due, and which drafts are kept."""
