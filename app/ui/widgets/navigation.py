"""What the window asks of a page, and what a page may ask of the window."""

from typing import Protocol, runtime_checkable

from app.domain.kit.keys import Key
from app.domain.kit.record import CaseId


@runtime_checkable
class KeepsDrafts(Protocol):
    """Whatever may hold words that are not sealed yet."""

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        ...


@runtime_checkable
class GivesBack(Protocol):
    """A page on which several things can be typed and left, each kept under its own name."""

    def give_back(self, name: str) -> None:
        """Go on with what is kept under this name."""
        ...


class Page(KeepsDrafts, Protocol):
    """A page of the window. It is also a QWidget."""

    title: str

    def refresh(self) -> None:
        """Show things as they now are in the casebook."""
        ...


class ShowsCases(Page, Protocol):
    """The page of one case."""

    def show_case(
        self,
        case: CaseId | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None:
        """Show a case, None for a new concern, with a form or a kept draft (its id) open in it.

        `due` is the key of the due row the form is to settle.
        """
        ...


class Navigation(Protocol):
    """What a page may ask of the window it is in."""

    def show_page(self, title: str, kept: str = "") -> None:
        """Go to one of the pages of the rail, perhaps to what was typed there and not saved."""
        ...

    def open_case(
        self,
        case: CaseId | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None:
        """Go to a case, perhaps to one of its forms, for something due, or to a kept draft."""
        ...

    def new_concern(self) -> None:
        """Begin a new case with its first form."""
        ...

    def lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a touch, from now on."""
        ...
