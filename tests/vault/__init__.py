"""Tests of the encrypted casebook on disk."""
