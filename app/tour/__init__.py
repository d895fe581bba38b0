"""Practice cases played through the real windows, by the buttons and boxes a user would use."""
