"""The colours that show a state, on screen and on paper."""

from enum import StrEnum


class Tone(StrEnum):
    """Settled, not sure yet, or at large. The words carry the meaning; the colour repeats it."""

    NEUTRAL = "neutral"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
