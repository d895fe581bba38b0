"""The page on which the college sets up what may differ from college to college."""
