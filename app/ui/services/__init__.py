"""The page of the services a removal can be asked of."""
