"""Where the text cursor stands in a box, so that a draft comes back with it."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def place_in(box: QWidget) -> int:
    """Give the place of the text cursor, or 0 where there is no text."""
    if isinstance(box, QPlainTextEdit):
        return box.textCursor().position()
    return box.cursorPosition() if isinstance(box, QLineEdit) else 0


def set_place(box: QWidget, place: int) -> None:
    """Set the text cursor, at the end of the text at most."""
    if isinstance(box, QLineEdit):
        box.setCursorPosition(min(place, len(box.text())))
    elif isinstance(box, QPlainTextEdit):
        cursor = box.textCursor()
        cursor.setPosition(min(place, box.document().characterCount() - 1))
        box.setTextCursor(cursor)
