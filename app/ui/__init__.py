"""The windows: the only part of the casebook that knows Qt."""
