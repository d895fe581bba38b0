"""What the learner told of deleting, for the learner to sign or to take: theirs alone.

Source: the college's guidance, "Viewing the imagery"; UKCIS "Sharing nudes and semi-nudes" (March
2024), deletion of images. The deletion record stays with the college: it says what others want.
"""

from collections.abc import Iterator

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.deletion import CopyPlace, Deletion, DeletionConfirmed, DeletionDecided
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.kind import PaperKind, Subject, entry_of
from app.typesetting.content import Content, Issue, Part, Prose, Section, Signatures, WritingLines
from app.typesetting.page import PERSONAL
from app.typesetting.writing import AnswerSpace, AnswerSpaces

TITLE = "What you told us"
READER = "The learner"
NOBODY_LOOKS = "Nobody looks at your phone to check. You need not sign this."
WHERE = "Where you deleted it"
SAID = {
    YesNoUnknown.YES: "All of it is deleted",
    YesNoUnknown.NO: "Not all of it is deleted yet",
    YesNoUnknown.NOT_KNOWN: "You were not sure that all of it is deleted",
}


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each decision that asks a learner to delete, for that learner."""
    return tuple(
        Subject(
            words=f"{case.names[who]}, {write_time(form.decided_at)}", reader=who, entry=one.root
        )
        for one in case.current
        if isinstance(form := one.form, DeletionDecided)
        and form.decision is Deletion.LEARNER
        and (who := form.learner or "") in case.people
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return what one learner said of deleting; with room to write it before they said it."""
    assert subject.reader
    decided = entry_of(case, subject)
    form = decided.form
    assert isinstance(form, DeletionDecided)
    by = f", by {write_day(form.delete_by)}" if form.delete_by else ""
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        under=f"On {write_time(form.decided_at)} it was decided that you delete it{by}.",
        recipient=names.first_name(case.people[subject.reader].person.name),
        parts=tuple(_parts(case, subject, decided)),
        marking=PERSONAL,
        discreet=True,
    )


def _parts(case: Case, subject: Subject, decided: Entry) -> Iterator[Part]:
    yield Prose("", (NOBODY_LOOKS,))
    hide = Disguise.of(disclosure_for(case, Audience.LEARNER, subject.reader))
    told = [
        one.form
        for one in case.current
        if isinstance(one.form, DeletionConfirmed) and one.form.deletion == decided.root
    ]
    for form in told:
        to = f"{hide.over(form.confirmed_to.name)}, {write_time(form.confirmed_at)}"
        where = tuple(place.label for place in form.places)
        rows = (("You told", (to,)), ("You said", (SAID[form.confirmed],)), (WHERE, where))
        yield Section("", "", tuple(row for row in rows if row[1]))
    if not told:
        places = tuple(place.label for place in CopyPlace)
        yield AnswerSpaces("", (AnswerSpace(WHERE, lines=0, boxes=places),))
    yield WritingLines("", ("In your words",))
    lines = (("Signature", ""), ("Date and time", ""))
    yield Signatures((("That is what I said.", lines), ("The adult you told", lines)))


KIND = PaperKind(
    key="deletion_told",
    title="What the learner told of deleting",
    audience=Audience.LEARNER,
    reader=READER,
    stage=Stage.IMAGERY,
    subjects=subjects,
    content=content,
)
