"""Keeps Python 3.11 standing under PySide6 6.12, which gives away references it does not own."""

import ctypes
import sys

PLENTY = sys.maxsize // 4


def steady() -> None:
    """Make None, True, False and NotImplemented as good as immortal, as they are from 3.12 on.

    PySide6 6.12.0 returns them without counting the reference: each call of a method that returns
    nothing takes one from None, each emitted signal one from True. On 3.11 the counts reach zero
    after some hundred signals, and the process dies with "deallocating True or False". 6.11 counts
    rightly. To be removed together with Python 3.11, or with the first PySide6 that is mended.
    """
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < PLENTY:
            count.value += PLENTY
