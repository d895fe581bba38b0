"""Forms for any stage: a note, a missed limit, a sign found out later, which answer holds."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    AdultInvolved,
    Coercion,
    Extortion,
    HarmNow,
    Reason,
    Under13,
    UnusualActs,
    When,
)
from app.domain.kit.answers import Choice, EntryRef, Refers, StaffMember, Words
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Offered, Row, said
from app.domain.kit.record import Audience
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Sign, Stage


class Note(Form, tag="note", frozen=True, kw_only=True):
    """Record what was said or done and the reason, where no other form fits."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "{what}"
    title: ClassVar[str] = "Note"
    happened_in: ClassVar[str] = "at"

    at: When
    what: Annotated[Words, Ask("What was said or done", retold="")]
    why: Reason
    settles: Annotated[
        EntryRef | None, Ask("What this settles, if anything", refers_to=Refers.AGREED)
    ] = None


class Missed(Choice):
    """What has become of something that was due."""

    LATE = "late", "It was done late, or is still to be done"
    NOT_NEEDED = "not_needed", "It is no longer needed"


class ClockMissed(Form, tag="clock_missed", frozen=True, kw_only=True):
    """One line is enough: what got in the way. It is written for whoever reads this later."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "{which}: {said_by?it is no longer needed|late}. {why}"
    title: ClassVar[str] = "Why something was late"
    for_several: ClassVar[bool] = True
    happened_in: ClassVar[str] = "said_at"

    which: Annotated[EntryRef, Ask("What was due", refers_to=Refers.CLOCK)]
    missed: Annotated[Missed, Ask("What has become of it")]
    why: Reason
    said_by: Annotated[
        StaffMember | None,
        Ask(
            "Who decided that it is not needed",
            shown_if=said("missed", Missed.NOT_NEEDED),
            required_if=said("missed", Missed.NOT_NEEDED),
        ),
    ] = None
    said_at: When


class SignsFound(Form, tag="signs_found", frozen=True, kw_only=True):
    """Answer what was open. “Not known” is never “no”, and a yes opens the decision again."""

    stage: ClassVar[Stage] = Stage.DECISION
    in_short: ClassVar[str] = "signs asked about by {found_by}: {how}"
    title: ClassVar[str] = "Signs answered"
    then: ClassVar[str] = "When asked"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.UKCIS_REFERRAL,)
    happened_in: ClassVar[str] = "found_at"
    offer: ClassVar[Offered] = Offered.ANY_TIME

    found_at: When
    found_by: Annotated[StaffMember, Ask("Asked or found out by")]
    how: Annotated[Words, Ask("How it is known", help="From whom, and in which words.", retold="")]
    adult: AdultInvolved = None
    coercion: Coercion = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None


class Holds(Choice):
    """Which of two answers that disagree holds."""

    THIS = "this", "What is recorded now"
    EARLIER = "earlier", "What was recorded before"
    BOTH = "both", "Both: each was so, or of somebody else"


WhichOne = Annotated[Holds, Ask("Which holds?")]
WhyIt = Annotated[Words, Ask("How this is known", reason=True)]


class HoldsAsked(Row, frozen=True, kw_only=True):
    """Which of two answers that disagree holds, and how that is known."""

    holds: WhichOne
    why: WhyIt


class WhichHolds(Form, tag="which_holds", frozen=True, kw_only=True):
    """Two answers disagreed when one of them was recorded, and this was said of it then."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "two answers differed: {said} {holds}. {why}"
    title: ClassVar[str] = "Which answer holds"
    offer: ClassVar[Offered] = Offered.BY_ITSELF
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL

    said: Annotated[Words, Ask("The two answers")]
    holds: WhichOne
    why: WhyIt
    fact: Annotated[Fact | None, Ask("Of which fact", silent=True)] = None
    sign: Annotated[Sign | None, Ask("Of which sign", silent=True)] = None
    this: Annotated[EntryRef, Ask("Recorded then", silent=True, refers_to=Refers.ANY_ENTRY)]
    earlier: Annotated[
        EntryRef | None, Ask("Recorded before", silent=True, refers_to=Refers.ANY_ENTRY)
    ] = None


class WhyCorrected(Row, frozen=True, kw_only=True):
    """Why an entry is put right. Both stay readable."""

    corrects_why: Annotated[
        Words,
        Ask(
            "What was wrong, and why it is corrected",
            help="The earlier entry stays as it is and points to this one.",
            reason=True,
        ),
    ]
