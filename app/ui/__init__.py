"""The user interface: the only part of the casebook that imports Qt."""
