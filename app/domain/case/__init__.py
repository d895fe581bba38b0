"""A case as it is read from its entries."""
