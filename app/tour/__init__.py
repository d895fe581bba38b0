"""Practice cases played through the real windows, with the buttons and boxes a user would use."""
