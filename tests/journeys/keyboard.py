"""A keyboard and nothing else, which counts its keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

FARTHEST = 150
"""Presses of the Tab key after which something counts as out of reach."""


class Keyboard:
    """Sends keys to whatever has the focus in the window on screen."""

    def __init__(self, guide) -> None:
        self.guide = guide
        self.keys = 0

    @property
    def at(self):
        return self.guide.shown.focusWidget()

    def press(self, key, times=1) -> None:
        for _ in range(times):
            QTest.keyClick(self.at, key)
            self.keys += 1
            assert QApplication.activeModalWidget() is None
        QApplication.processEvents()

    def write(self, text) -> None:
        for letter in text:
            QTest.keyClicks(self.at, letter)
            self.keys += 1

    def narrate(self, text) -> None:
        """Write what happened: a story takes the keys it takes."""
        before = self.keys
        self.write(text)
        self.keys = before

    def tab_to(self, name) -> None:
        """Press Tab until the focus is on something of this name."""
        for _ in range(FARTHEST):
            if self.is_at(name):
                return
            self.press(Qt.Key.Key_Tab)
        raise LookupError(name)

    def is_at(self, name) -> bool:
        """Return whether the focus is on something of this name, or inside it."""
        around = self.at
        while around and around.objectName() != name:
            around = around.parentWidget()
        return around is not None

    def choose(self, name, downs=1) -> None:
        """Go to a list and walk down it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Down, downs)

    def walk_to(self, name, start) -> None:
        """Go to where a list of buttons begins, and down it with the arrow keys."""
        self.tab_to(start)
        for _ in range(FARTHEST):
            if self.is_at(name):
                return
            self.press(Qt.Key.Key_Down)
        raise LookupError(name)

    def enter(self, name="") -> None:
        """Press the button that has the focus, after going to it by name."""
        if name:
            self.tab_to(name)
        assert isinstance(self.at, QAbstractButton)
        self.press(Qt.Key.Key_Space)
        self.guide.settle()

    def answer_signs(self, **letters) -> None:
        """Answer the six signs, each by the one letter of yes, no or not known."""
        for sign in ("adult", "coercion", "unusual", "under_13", "harm", "extortion"):
            self.tab_to(sign)
            self.write(letters.get(sign, "n"))


def take_in_concern(keyboard, **signs) -> None:
    """Fill in a whole concern from the first question on: everything needed, and every sign."""
    keyboard.tab_to("reported_by")
    keyboard.write("M. Reyes, tutor")
    keyboard.choose("told_to")
    keyboard.tab_to("told_at")
    keyboard.write("now")
    keyboard.choose("how")
    keyboard.tab_to("account")
    keyboard.narrate("A picture of Ava is said to be going round.")
    keyboard.tab_to("imagery")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.choose("scope")
    keyboard.answer_signs(**signs)
    keyboard.tab_to("people")
    keyboard.write("Ava Stone")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.tab_to("people.1.roles")
    keyboard.press(Qt.Key.Key_Space)
