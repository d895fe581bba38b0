"""The page for settings that differ from college to college."""
