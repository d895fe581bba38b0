"""Keeping what is typed until it is saved, and forms outside cases that do so."""
