"""What an answer shows to have been done: who told whom, and who was seen again."""

from enum import Enum, auto


class Says(Enum):
    """The side of a telling that an answer names: who told, or who was told."""

    TELLER = auto()
    HEARER = auto()


class Settles(Enum):
    """What an answer shows to have been done, for the clocks that wait for it."""

    SPEAKING_AGAIN = auto()
    """Somebody spoke with the person named here, or beside a yes, or saw how they are."""
