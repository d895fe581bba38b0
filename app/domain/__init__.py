"""The DSL's own words and rules: no window, no database, no file."""
