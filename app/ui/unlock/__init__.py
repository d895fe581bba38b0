"""The screens before a casebook is open: unlock one, or create the first one."""
