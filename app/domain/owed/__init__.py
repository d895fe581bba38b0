"""What is owed: everything still to be done in a case, in one table that all views share."""
