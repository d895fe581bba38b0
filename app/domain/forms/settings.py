"""What the first run asks and what a college sets, declared like any form.

The college's own service is declared in `removal`, beside the catalogue it changes.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Annotated, TypeVar, cast

import msgspec

from app.domain.kit.answers import (
    UNITED,
    Answer,
    Choice,
    Folder,
    Inert,
    Line,
    Nation,
    Number,
    Secret,
)
from app.domain.kit.form import Ask, Question, Questions, questions_of, unanswered

LONGEST_SET = 200
"""The most characters one answer of a setting may have."""


Set = TypeVar("Set", bound=Questions)


def stripped(form: Set) -> Set:
    """Return a filled-in form without the blanks around its words, which nobody sees."""
    words = {n: one for n in form.__struct_fields__ if type(one := getattr(form, n)) is str}
    return msgspec.structs.replace(form, **{name: one.strip() for name, one in words.items()})


def short(answer: Answer, _now: datetime) -> str | None:
    """Refuse an answer too long for the head of a letter or the line of a list."""
    over = len(str(answer)) - LONGEST_SET
    return f"{LONGEST_SET} characters fit: take out {over}." if over > 0 else None


def whole_path(answer: Answer, _now: datetime) -> str | None:
    """Refuse a folder that depends on where the program was started."""
    path = PurePath(str(answer).strip())
    if path.is_absolute() or path.parts[:1] == ("~",):
        return None
    return "Write the whole path of the folder, or choose it."


class CasebookPlace(Questions, frozen=True, kw_only=True):
    """Where a casebook is kept."""

    folder: Annotated[
        Folder, Ask("Folder", check=whole_path, missing="Choose a folder for the casebook.")
    ]


class LetterHead(Questions, frozen=True, kw_only=True):
    """What stands at the head of letters, and no letter can do without."""

    college: Annotated[Line, Ask("Name of the college", check=short)]
    address: Annotated[Line, Ask("Address", example="On one line", check=short)]
    telephone: Annotated[Line, Ask("Telephone of the Safeguarding Team", check=short)]


class CollegeAndYou(LetterHead, frozen=True, kw_only=True):
    """The college, and whoever makes its casebook and is responsible for it."""

    name: Annotated[Line, Ask("Your name", check=short)]
    role: Annotated[
        Line,
        Ask("Your role", example="For example Designated Safeguarding Lead", check=short),
    ]


class ChosenPassphrase(Questions, frozen=True, kw_only=True):
    """A new passphrase, typed twice: nobody can look it up or reset it."""

    passphrase: Annotated[
        Secret, Ask("Passphrase", missing="Type a passphrase, or have one suggested.")
    ]
    again: Annotated[
        Secret,
        Ask("The same once more", missing="Type it once more."),
    ]


class Unlocking(Questions, frozen=True, kw_only=True):
    """What opens a casebook."""

    passphrase: Annotated[Secret, Ask("Passphrase", missing="Type your passphrase.")]


class GoingOn(Questions, frozen=True, kw_only=True):
    """What is asked of somebody who goes on after a warning."""

    why: Annotated[
        Line,
        Ask(
            "Why you go on",
            help="It is noted in the log.",
            missing="Write in a few words why you go on.",
            reason=True,
        ),
    ]


class College(LetterHead, frozen=True, kw_only=True):
    """The college as it is set up. Each answer is one setting; its name there is the one here."""

    mailbox: Annotated[
        Line, Ask("Role mailbox", help="Of the team, not of a person. Optional.", check=short)
    ] = ""
    nation: Annotated[
        Nation,
        Ask(
            "Nation",
            help="Guidance cards and clocks are checked for England. Elsewhere, check the terms and"
            " bodies of your nation first.",
            offers=UNITED,
        ),
    ]
    authority: Annotated[
        Line,
        Ask(
            "Local authority of the college",
            help="Referrals are addressed to it, unless a child lives elsewhere.",
            check=short,
        ),
    ] = ""


class Wait(Choice):
    """After how long without a key or a movement the casebook locks by itself, in minutes."""

    ONE = "1", "1 minute"
    TWO = "2", "2 minutes"
    THREE = "3", "3 minutes"
    FOUR = "4", "4 minutes"
    FIVE = "5", "5 minutes"
    SIX = "6", "6 minutes"
    SEVEN = "7", "7 minutes"
    EIGHT = "8", "8 minutes"
    NINE = "9", "9 minutes"
    TEN = "10", "10 minutes"
    ELEVEN = "11", "11 minutes"
    TWELVE = "12", "12 minutes"
    THIRTEEN = "13", "13 minutes"
    FOURTEEN = "14", "14 minutes"
    FIFTEEN = "15", "15 minutes"


USUAL_MINUTES = 5
"""Minutes without a touch, as long as nobody has set another number."""


class Locking(Questions, frozen=True, kw_only=True):
    """When the casebook locks by itself."""

    lock_minutes: Annotated[Wait, Ask("Lock after")]


SET_ALONE: Mapping[str, Question] = {
    question.name: question for sheet in (College, Locking) for question in questions_of(sheet)
}
"""The settings that are each the answer to one question, by name."""


def read_setting(name: str, kept: str) -> Answer:
    """Read a setting as it is kept. Raises LookupError or ValueError if it is none."""
    question = SET_ALONE[name]
    answer = cast("Answer", msgspec.convert(kept, question.answer_type))
    if question.choices and answer not in question.choices:
        raise ValueError("this choice is not offered")
    return answer


class Unit(Choice):
    """What a time limit is counted in: the names of the parts of a Limit."""

    HOURS = "hours", "Hours, nights and weekends included"
    WORKING_DAYS = "working_days", "Working days"
    DAYS = "days", "Days"


class OwnLimit(Questions, frozen=True, kw_only=True):
    """A time limit of the college's own in place of the shipped one."""

    number: Annotated[Number, Ask("How many")]
    unit: Annotated[Unit, Ask("Of what")]
    source: Annotated[Line, Ask("Whose procedure it is", check=short)]
    why: Annotated[Line, Ask("Why it is set", check=short, reason=True)]


class OwnLimitSomewhere(OwnLimit, frozen=True, kw_only=True):
    """A time limit that may be that of one local authority alone."""

    authority: Annotated[
        Line,
        Ask(
            "Only for this local authority",
            help="Its name as it stands in “Referred to”. Empty: for all.",
            check=short,
        ),
    ] = ""


class CheckedContact(Questions, frozen=True, kw_only=True):
    """A contact as the college has checked it today."""

    name: Annotated[Line, Ask("Name", check=short)]
    number: Annotated[
        Line,
        Ask(
            "Number",
            check=short,
            required_if=unanswered("address"),
            missing="Fill in a number or an address.",
        ),
    ] = ""
    address: Annotated[Inert, Ask("Address, as text", check=short)] = ""
    hours: Annotated[Line, Ask("Hours", check=short)] = ""
    source: Annotated[Line, Ask("Where you checked it today", check=short)]
    why: Annotated[Line, Ask("What was changed, and why", check=short, reason=True)]
