"""How a form is declared: one frozen struct whose fields describe themselves completely."""

import inspect
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum, auto
from functools import cache
from types import MemberDescriptorType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from app.domain.kit.acts import Says, Settles
from app.domain.kit.answers import (
    ANYONE,
    Answer,
    AnswerKind,
    Choice,
    Involved,
    Money,
    Refers,
    StaffMember,
    StaffRole,
    Who,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact, Shared
from app.domain.kit.moments import Moment, day_of
from app.domain.kit.record import Audience, Source
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Sign, Stage

Answers = Mapping[str, Answer]
"""The answers given so far, by question name; a missing name or None is not answered.

Each row is a mapping of answers of its own, so that a draft can keep a half-filled row.
"""


class Condition(msgspec.Struct, frozen=True):
    """True when the answer to `name` is one of `values`; any answer, if `values` is empty."""

    name: str
    values: tuple[str, ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Return whether the answers so far meet the condition."""
        answer = answers.get(self.name)
        if not self.values or answer is None:
            return bool(answer)
        given = answer if isinstance(answer, tuple) else (answer,)
        return any(value in self.values for value in given)


def said_yes(name: str) -> Condition:
    """Return the condition that the yes/no question `name` was answered yes."""
    return Condition(name, (YesNoUnknown.YES,))


def said(name: str, *values: Choice) -> Condition:
    """Return the condition that the question `name` was answered with one of these choices."""
    return Condition(name, values)


def answered(name: str) -> Condition:
    """Return the condition that the question `name` has any answer."""
    return Condition(name)


class Always(Condition, frozen=True):
    """True whatever was answered."""

    def holds(self, answers: Answers) -> bool:  # noqa: ARG002 as every condition is asked
        """Return True."""
        return True


ALWAYS = Always("")
"""For a question that is needed from now on, though entries of an older form leave it open."""


class _Unanswered(Condition, frozen=True):
    """True while the question `name` has no answer."""

    def holds(self, answers: Answers) -> bool:
        return not super().holds(answers)


def unanswered(name: str) -> Condition:
    """Return the condition that the question `name` has no answer."""
    return _Unanswered(name)


Check = Callable[[Any, datetime], str | None]
"""A check of one answer at an instant (UTC): returns a sentence on what is wrong, or None."""


def not_in_future(answer: Moment | date, now: datetime) -> str | None:
    """Refuse a moment or day that has not come yet."""
    ahead = answer.at > now if isinstance(answer, Moment) else answer > day_of(now)
    return "This lies in the future. Check the date and the time." if ahead else None


def not_in_past(answer: Moment | date, now: datetime) -> str | None:
    """Refuse a day before today, or a moment before now, where it is still to come."""
    behind = answer.at < now if isinstance(answer, Moment) else answer < day_of(now)
    return "This day has gone. Choose one that is still to come." if behind else None


class Offered(Enum):
    """Where a form is offered on screen."""

    AT_ITS_STAGE = auto()
    ANY_TIME = auto()
    """Below the stages, at any stage of the case."""
    ON_A_CARD = auto()
    """On the card of its subject: a person, a referral, what somebody knows, a document refused."""
    BY_ITSELF = auto()
    """Nowhere: the casebook writes it when something else is done."""


class Ask(msgspec.Struct, frozen=True):
    """How a question is asked.

    `help` is shown under the label, `example` greyed in the empty box. `section` opens a new
    section of the form. `sign` marks one of the signs that call for referral, `raises` are the
    choices that say yes to signs, `leaves_open` those with which a sign is not known, `fact` says
    what it states of somebody: rules, cards and papers find it whichever form asked. `audience` is
    who may read this one answer; without it the form's own audience applies. `review` makes the
    answer a review day: its words say what is then to be done. One that `stays` is settled by its
    own form alone. A `silent` answer is the casebook’s own and never read out. `missing` asks for a
    needed answer where the usual sentence would not do. `offers` are the choices to offer, where
    some make no sense here.

    `refers_to` is what an answer that points at an earlier entry may point at, `who` the people
    that a question about a person takes, `roles` those of which a member of staff needs one, by the
    college’s list, to be named here with authority. `meets` marks the person outside the
    Safeguarding Team that somebody spoke with. `retold` are the words that lead to this answer
    where letters to agencies repeat it; `says` marks who told it, and who was told. `settles` marks
    what an answer shows to have been done. `leads_to` is the stored name of the form to fill in on
    a review day, where that is another form. A `reason` is asked for once more where it has no
    words, such as a dash. `of_before` marks what earlier cases of the same learners help to answer.
    A person’s `own` answer is not repeated where the same is recorded for several. What is
    `passing` was so on its day alone, as what a fact states that is not lasting. `begins_with`
    names the question whose answer it may be begun with. `shared` says that it is about the college
    or the family, and no child alone. `teaches` are the topics that whoever is named here knows by
    taking part, or is told by a yes. A question for the topics themselves asks what whoever the
    form `meets` now knows; it teaches those that are ticked beforehand. An `unseen` help rests on a
    source that nobody has seen: it is on screen, where the form names it, and on no paper.
    """

    label: str
    help: str = ""
    example: str = ""
    section: str = ""
    shown_if: Condition | None = None
    required_if: Condition | None = None
    check: Check | None = None
    sign: Sign | None = None
    fact: Fact | None = None
    raises: tuple[tuple[Choice, tuple[Sign, ...]], ...] = ()
    leaves_open: tuple[tuple[Choice, tuple[Sign, ...]], ...] = ()
    audience: Audience | None = None
    review: str = ""
    stays: bool = False
    silent: bool = False
    missing: str = ""
    offers: tuple[Choice, ...] = ()
    refers_to: Refers | None = None
    who: Who = ANYONE
    roles: tuple[StaffRole, ...] = ()
    meets: bool = False
    retold: str | None = None
    says: Says | None = None
    leads_to: str = ""
    settles: Settles | None = None
    reason: bool = False
    of_before: bool = False
    own: bool = False
    passing: bool = False
    begins_with: str = ""
    shared: Shared | None = None
    teaches: tuple[Choice, ...] | None = None
    unseen: bool = False


class Questions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A declared set of questions, one for each field: the base of every form.

    A class directly on this base is no part of the record: a setting, a contact, a step of the
    first run. It is shown, typed, kept as a draft and checked like any form.
    """

    happened_in: ClassVar[str] = ""
    """The name of the question for when it happened, for the chronology."""
    apart: ClassVar[tuple[str, ...]] = ()
    """The names of questions that must not have the same answer."""
    in_order: ClassVar[tuple[str, ...]] = ()
    """The names of questions for days and moments, none of which may be before an earlier one.

    A day that is still to come must be after `happened_in` in any case.
"""


class Row(Questions, frozen=True, kw_only=True):
    """One of several like things listed in an answer: its fields are questions like a form's."""


class Form(Questions, frozen=True, kw_only=True, tag_field="form"):
    """A form of the record. The first paragraph of its docstring is shown to people above it."""

    stage: ClassVar[Stage]
    title: ClassVar[str]
    in_short: ClassVar[str] = ""
    on_timeline: ClassVar[str] = ""
    """How it is told in a line, and on a timeline if at all (see `app/domain/kit/in_short.py`)."""
    in_short_if: ClassVar[tuple[tuple[Condition, str], ...]] = ()
    """The line in place of `in_short` where a condition holds; the first that does."""
    version: ClassVar[int] = 1
    audience: ClassVar[Audience] = Audience.AGENCIES
    source: ClassVar[Source] = Source.STAFF
    raises: ClassVar[tuple[Sign, ...]] = ()
    """The signs that an entry on this form answers with yes, whatever its answers."""
    rests_on: ClassVar[tuple[Cited, ...]] = ()
    """The sources of its own rule, which stand beside it with how far each was seen."""
    offer: ClassVar[Offered] = Offered.AT_ITS_STAGE
    """Where it is offered. A form of a stage outside handling is offered at any time."""
    on_paper: ClassVar[bool] = True
    """Whether it is among the blank forms that can be filled in by hand."""
    then: ClassVar[str] = "When recorded"
    """The words that papers put, with the day, before an answer that may no longer be so."""
    is_event: ClassVar[bool] = False
    """Whether it is about an event: clocks begin from it, and ages are counted on its day."""
    is_whole: ClassVar[bool] = False
    """Whether it says all that is known of somebody: what it leaves open is no longer known."""
    weighs: ClassVar[bool] = False
    """Whether it weighs what is known already: a yes that is repeated on it is no new one."""
    for_several: ClassVar[bool] = False
    """Whether the same can be entered once for several people, and is sealed as an entry each."""
    is_step: ClassVar[bool] = False
    """Whether a referral lists it among what the college has done so far."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a form as editors, checks and papers see it."""

    name: str
    kind: AnswerKind
    ask: Ask
    required: bool
    answer_type: Any
    choices: tuple[Choice, ...] = ()
    row: type[Row] | None = None

    def shown(self, answers: Answers) -> bool:
        """Return whether the question is asked, given the answers so far."""
        return self.ask.shown_if is None or self.ask.shown_if.holds(answers)

    @property
    def passing(self) -> bool:
        """Whether an answer may no longer be so on a later day, so that papers say when it was."""
        return self.ask.passing or bool(self.ask.fact and not self.ask.fact.lasting)

    def needed(self, answers: Answers) -> bool:
        """Return whether an answer is needed before the form can be sealed."""
        if not self.shown(answers):
            return False
        return self.required or bool(self.ask.required_if and self.ask.required_if.holds(answers))


FormType = type[Questions]


def name_of(question: object) -> str:
    """Return the name of a question, by its handle or as `questions_of` returns it.

    The handle is the field as read from its form, `Note.settles`. If a question is renamed or
    removed, the type check fails, and not a paper. Raises TypeError for anything but a question.
    """
    return question.name if isinstance(question, Question) else _handle(question).__name__


def form_of(question: object) -> FormType:
    """Return the form or row that asks a question, by its handle.

    Raises TypeError for anything but a handle.
    """
    form: FormType = _handle(question).__objclass__
    return form


def _handle(question: object) -> MemberDescriptorType:
    if isinstance(question, MemberDescriptorType):
        return question
    message = f"{question!r} is no question of a form"
    raise TypeError(message)


AnswerT = TypeVar("AnswerT")


def given(answers: Answers, question: AnswerT) -> AnswerT | None:
    """Return the answer to a question by its handle; None where there is none.

    Not for rows: in a draft each is still a mapping of answers.
    """
    answer: Any = answers.get(name_of(question))
    return cast("AnswerT | None", answer)


@cache
def questions_of(form: FormType) -> tuple[Question, ...]:
    """Return the questions of a form or row, in the order of their declaration."""
    hints = get_type_hints(form, include_extras=True)
    return tuple(
        _question(field.name, hints[field.name], optional=not field.required)
        for field in msgspec.structs.fields(form)
    )


def _question(name: str, hint: Any, *, optional: bool) -> Question:
    inner, *marks = get_args(hint)
    (ask,) = (mark for mark in marks if isinstance(mark, Ask))
    marks += _marks_inside(inner)
    bare = _without_none(inner)
    kind = next((mark for mark in marks if isinstance(mark, AnswerKind)), None) or _kind_of(bare)
    item = get_args(bare)[0] if get_origin(bare) is tuple else bare
    return Question(
        name=name,
        kind=kind,
        ask=ask,
        required=not optional,
        answer_type=inner,
        choices=ask.offers or (tuple(item) if kind in _CHOOSING else ()),
        row=item if kind is AnswerKind.ROWS else None,
    )


_CHOOSING = (AnswerKind.ONE_OF, AnswerKind.SEVERAL_OF, AnswerKind.YES_NO_UNKNOWN)
_KIND_BY_TYPE: dict[Any, AnswerKind] = {
    date: AnswerKind.DAY,
    Moment: AnswerKind.MOMENT,
    StaffMember: AnswerKind.STAFF,
    Money: AnswerKind.MONEY,
    YesNoUnknown: AnswerKind.YES_NO_UNKNOWN,
}


def _marks_inside(hint: Any) -> list[Any]:
    """Return the kind that a hint such as `Words | None` names inside."""
    marks: list[Any] = []
    for part in get_args(hint) if get_origin(hint) in {Union, UnionType} else ():
        if get_origin(part) is Annotated:
            marks += get_args(part)[1:]
    return marks


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in {Union, UnionType}:
        return hint
    (part,) = (part for part in get_args(hint) if part is not type(None))
    return get_args(part)[0] if get_origin(part) is Annotated else part


def _kind_of(bare: Any) -> AnswerKind:
    if bare in _KIND_BY_TYPE:
        return _KIND_BY_TYPE[bare]
    if get_origin(bare) is tuple:
        item = get_args(bare)[0]
        if item is Involved:
            return AnswerKind.PEOPLE
        return AnswerKind.SEVERAL_OF if issubclass(item, Choice) else AnswerKind.ROWS
    if inspect.isclass(bare) and issubclass(bare, Choice):
        return AnswerKind.ONE_OF
    message = f"no kind of answer for {bare!r}"
    raise TypeError(message)


def intro_of(form: FormType) -> str:
    """Return the sentence shown above a form: the first paragraph of its docstring."""
    return " ".join((inspect.getdoc(form) or "").split("\n\n")[0].split())


def form_name(form: type[Form]) -> str:
    """Return the name under which a form is stored."""
    return str(form.__struct_config__.tag)
