"""How far imagery has spread: who passed a copy to whom, and the state of each copy."""
