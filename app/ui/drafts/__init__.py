"""Forms on a page that keep what is typed until it is saved."""
