"""What several tabs of a case show."""
