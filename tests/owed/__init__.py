"""What is owed: the table of situations, written from the guidance, and what every view shares."""
