"""Signs, holds, clocks and what is still to do: what handling asks for."""
