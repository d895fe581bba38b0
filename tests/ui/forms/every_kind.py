"""A form that asks one question of every kind, with an answer to each."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from app.domain.kit.answers import (
    Choice,
    EntryRef,
    ExactWords,
    Inert,
    Involved,
    Line,
    Minutes,
    Money,
    PersonRef,
    Role,
    ServiceName,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, Row, not_in_future, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Sign, Stage
from tests.ui.conftest import ALEX, SAM


class Colour(Choice):
    RED = "red"
    BLUE = "blue", "A long & <b>blue</b> kind of blue"
    GREEN = "green"


class Call(Row, frozen=True, kw_only=True):
    spoke_to: Annotated[StaffMember, Ask("Spoke to")]
    at: Annotated[Moment | None, Ask("At")] = None
    said: Annotated[Words | None, Ask("Said")] = None


class EveryKind(Form, tag="every_kind", frozen=True, kw_only=True):
    """Ask everything once."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Every kind"

    line: Annotated[Line, Ask("Line & more", help="Help of the line", section="First")]
    words: Annotated[Words | None, Ask("Words")] = None
    exact: Annotated[ExactWords | None, Ask("Exact words")] = None
    address: Annotated[Inert | None, Ask("Address")] = None
    day: Annotated[date | None, Ask("Day", section="Second")] = None
    moment: Annotated[Moment, Ask("Moment", check=not_in_future)]
    colour: Annotated[Colour | None, Ask("Colour")] = None
    colours: Annotated[tuple[Colour, ...], Ask("Colours")] = ()
    pressure: Annotated[YesNoUnknown, Ask("Was there pressure?", sign=Sign.COERCION)]
    how: Annotated[
        Words | None,
        Ask("How", shown_if=said_yes("pressure"), required_if=said_yes("pressure")),
    ] = None
    harm: Annotated[YesNoUnknown | None, Ask("Harm", sign=Sign.HARM)] = None
    person: Annotated[PersonRef | None, Ask("Person")] = None
    entry: Annotated[EntryRef | None, Ask("Entry")] = None
    staff: Annotated[StaffMember | None, Ask("Staff")] = None
    service: Annotated[ServiceName | None, Ask("Service")] = None
    lasted: Annotated[Minutes | None, Ask("Lasted")] = None
    money: Annotated[Money | None, Ask("Money")] = None
    people: Annotated[tuple[Involved, ...], Ask("People")] = ()
    calls: Annotated[tuple[Call, ...], Ask("Calls", section="Third")] = ()
    last: Annotated[Line | None, Ask("Last")] = None


ANSWERS: dict[str, Any] = {
    "line": "A line",
    "words": "Two\nlines of words",
    "exact": "I only sent it once.",
    "address": "https://example.invalid/?a=<b>&c",
    "day": date(2026, 11, 18),
    "moment": Moment(datetime(2026, 7, 1, 9, 15, tzinfo=UTC), about=True),
    "colour": Colour.BLUE,
    "colours": (Colour.RED, Colour.GREEN),
    "pressure": YesNoUnknown.YES,
    "how": "With threats",
    "harm": YesNoUnknown.NOT_KNOWN,
    "person": "sam",
    "entry": "referral-1",
    "staff": StaffMember("N. New", "Tutor, Year 10"),
    "service": "A service",
    "lasted": 80,
    "money": Money(1250),
    "people": (Involved(ALEX, (Role.PICTURED,)), Involved(SAM, (Role.SHARED, Role.WITNESS))),
    "calls": ({"spoke_to": StaffMember("A. Clerk")}, {"said": "Half filled"}),
    "last": "The end",
}
