"""Signs, holds, clocks and what is still to do: the rules of handling."""
