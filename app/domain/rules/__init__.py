"""What handling asks for: clocks and what is due, holds, how far a stage is, who knows what."""
