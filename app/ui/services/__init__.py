"""The page of the services that removal can be requested from."""
