"""Forms outside cases that keep what is typed until it is saved."""
