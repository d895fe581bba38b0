"""Shows each paragraph of a reader side by side: as recorded, and as a paper prints it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from app.disclosure.audience import Paragraph, paragraphs_for
from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise, Disguised, as_typed
from app.disclosure.reading import reading_of
from app.domain.case.case import Case
from app.domain.kit.answers import PersonRef
from app.domain.kit.record import Audience, EntryId
from app.typesetting.content import Content

TELLING = 3
"""An answer with at least this many words can be recognised by its words alone."""


class Side(msgspec.Struct, frozen=True):
    """One paragraph for a reader: as recorded, and as they will read it."""

    paragraph: Paragraph
    text: Disguised


def sides_of(
    case: Case,
    audience: Audience,
    about: PersonRef | None = None,
    referral: EntryId | None = None,
) -> tuple[Side, ...]:
    """Return everything an audience may read, in full and disguised, in the order of the record.

    `referral` is the one that a paper for an agency is about. Raises KeyError when `about` is not
    in the case.
    """
    hide = Disguise.of(disclosure_for(case, audience, about, referral))
    return tuple(
        Side(
            paragraph, as_typed(paragraph.words) if paragraph.own else hide.beside(paragraph.words)
        )
        for paragraph in paragraphs_for(case, audience, about)
    )


def printed_sides(
    content: Content,
    case: Case,
    audience: Audience,
    about: PersonRef | None = None,
    referral: EntryId | None = None,
) -> tuple[Side, ...]:
    """Return those of `sides_of` whose words are printed in this paper.

    A paragraph of several lines or answers may be printed in pieces, such as rows of a table, and
    some of them in other words, such as “You”. An answer of one or two words counts as printed when
    a longer answer of its entry is.
    """
    text = _plain(" ".join(texts_of(content)))
    sides = sides_of(case, audience, about, referral)
    printed = [side for side in sides if _stands(side, text)]
    roots = {side.paragraph.root for side in printed if _tells(side)}
    return tuple(side for side in printed if _tells(side) or side.paragraph.root in roots)


def _stands(side: Side, text: str) -> bool:
    pieces = [_plain(piece) for piece in re.split(r"\n|; ", side.text.shown)]
    telling = [piece for piece in pieces if " " in piece.strip()]
    return any(piece in text for piece in telling or pieces)


def _tells(side: Side) -> bool:
    return len(_plain(side.text.shown).split()) >= TELLING


def _plain(text: str) -> str:
    """Return the words of a text with a space before and after each."""
    return " ".join(("", *(word.letters for word in reading_of(text).words), ""))


def texts_of(content: Content) -> Iterator[str]:
    """Yield every text a paper says, in order, but for the circumstances of its issue."""
    said = (getattr(content, name) for name in content.__struct_fields__ if name != "issue")
    return _texts(tuple(said))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))
    elif isinstance(value, Sequence):
        for one in value:
            yield from _texts(one)
