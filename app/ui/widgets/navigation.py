"""What the window requires of a page, and what a page may ask of the window."""

from typing import Protocol, runtime_checkable

from app.domain.kit.keys import Key
from app.domain.kit.record import CaseId


@runtime_checkable
class KeepsDrafts(Protocol):
    """Anything that may hold text that is not sealed yet."""

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        ...


@runtime_checkable
class GivesBack(Protocol):
    """A page with several drafts, each kept under its own name."""

    def give_back(self, name: str) -> None:
        """Reopen the draft kept under this name."""
        ...


class Page(KeepsDrafts, Protocol):
    """A page of the window. It is also a QWidget."""

    title: str

    def refresh(self) -> None:
        """Show the current state of the casebook."""
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
        """Show a case, None for a new concern; perhaps with a form or a kept draft (its id) open.

        `due` is the key of the due row the form is to settle.
        """
        ...


class Navigation(Protocol):
    """What a page may ask of its window."""

    def show_page(self, title: str, kept: str = "") -> None:
        """Go to one of the pages of the rail, perhaps to an unsaved draft there."""
        ...

    def open_case(
        self,
        case: CaseId | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None:
        """Open a case, perhaps with one of its forms, for something due, or with a kept draft."""
        ...

    def new_concern(self) -> None:
        """Begin a new case with its first form."""
        ...

    def lock_after(self, minutes: int) -> None:
        """Lock after so many idle minutes, from now on."""
        ...
