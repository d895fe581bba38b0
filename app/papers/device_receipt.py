"""The receipt for a device: for whoever it belongs to, to sign and to keep.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), devices. It does not say why, as somebody
may find it in a pocket. The custody sheet stays with the college: it says what others want and did.
"""

from collections.abc import Iterator

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.case import Case
from app.domain.case.custody import away
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement, Power
from app.domain.kit.moments import write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import write_staff
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject, entry_of
from app.typesetting.content import Content, Issue, Part, Prose, Signatures
from app.typesetting.page import PERSONAL
from app.typesetting.text import Strong

TITLE = "Receipt for a device"
READER = "Whoever it belongs to"
HANDED_ON = "Whoever gives it back to you, or hands it on, signs for it."
NOBODY_LOOKS = "Nobody looks through it."
SOME_DEVICE = "A device"
"""Stands where the record says it in words that are for fewer readers, as older entries do."""
KEEP = "Keep this paper."
_TIME = (("Signature", ""), ("Date and time", ""))


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each device that belongs to somebody of the case, for its owner."""
    return tuple(
        Subject(words=f"{form.device}, {case.names[owner]}", reader=owner, entry=entry.root)
        for entry in case.current
        if isinstance(form := entry.form, DeviceTaken)
        and (owner := form.owner or "") in case.people
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the receipt for one device. If it has left, it says when and how."""
    assert subject.reader
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        recipient=case.people[subject.reader].person.name,
        parts=tuple(_parts(case, subject)),
        marking=PERSONAL,
        discreet=True,
    )


def _parts(case: Case, subject: Subject) -> Iterator[Part]:
    entry = entry_of(case, subject)
    taken = entry.form
    assert isinstance(taken, DeviceTaken)
    assert subject.reader
    hide = Disguise.of(disclosure_for(case, Audience.LEARNER, subject.reader))
    words = CaseWords(case, Audience.LEARNER, subject.reader, hide)
    device, seal = (words.told_of(entry, one) for one in (DeviceTaken.device, DeviceTaken.seal))
    sealed = f" as {seal.answer}" if seal else ""
    owner = case.people[subject.reader].person.name
    came = f", of {owner}, received on {write_time(taken.taken_at)}."
    gone = away(case, entry.root)
    left = gone.form if gone else None
    assert left is None or isinstance(left, DeviceMoved)
    yield Prose(
        "",
        (
            (Strong(device.answer if device else SOME_DEVICE), came),
            f"It was sealed that day{sealed} and locked away. {NOBODY_LOOKS}",
            f"{_gone(left) if left else HANDED_ON} {KEEP}",
        ),
    )
    by = (("Signature", ""), ("Name and role", write_staff(taken.received_by)))
    gave = "I was there" if taken.power is Power.FHEA else "Handed over by"
    yield Signatures((("Received for the college", by), (gave, _TIME)))
    if left is None or left.movement is Movement.RETURNED:
        given = write_staff(left.moved_by) if left else ""
        back = (("Signature", ""), ("Name and role", given))
        yield Signatures((("Given back for the college", back), ("I have it back", _TIME)))


def _gone(left: DeviceMoved) -> str:
    return f"{left.movement.label} on {write_time(left.moved_at)}."


KIND = PaperKind(
    key="device_receipt",
    title=TITLE,
    audience=Audience.LEARNER,
    reader=READER,
    stage=Stage.IMAGERY,
    subjects=subjects,
    content=content,
)
