"""DSL Casebook: an offline casebook for a Designated Safeguarding Lead."""
