"""Measurements, as ratios within one run: `python3 packaging/dev.py bench`."""
