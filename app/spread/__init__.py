"""How far imagery has spread: who passed a copy to whom, and where each stands."""
