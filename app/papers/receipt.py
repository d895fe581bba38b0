"""The receipt for whoever told the college: it has arrived and is being dealt with, no more.

Source: KCSIE 2026, paragraph 56; reporters who hear nothing stop reporting. Nobody but the team
needs to know what came of it, so the receipt names nobody and says nothing of it.
"""

from collections.abc import Iterator

from app.domain import names
from app.domain.case.case import Case, State
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.moments import day_of, write_long_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.papers.kind import PaperKind, Subject, entry_of
from app.typesetting.content import Content, Issue, Part
from app.typesetting.letter import Closing, LetterPoints, LetterProse
from app.typesetting.page import PERSONAL
from app.typesetting.text import unbroken

TITLE = "Thank you for telling us"
READER = "Whoever told us"
OPEN = "We have it, and it is being dealt with."
ENDED = "We have dealt with it."
NO_MORE = "We cannot tell you more. That is to keep everybody safe."
STILL = "If you hear nothing from us, that does not mean that nothing is done."
AFTER = "If you heard nothing from us, that does not mean that nothing was done."
PLEASE = (
    "Please do not spread it. You can always talk with somebody who helps you.",
    "Please do not try to find out more, and do not look for anything online.",
    "Tell us if you hear or remember anything else.",
    "Tell us too if it is hard for you. We are here for you as well.",
)


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each report. A child who told of what was done to them has a card, and no receipt."""
    harmed = {names.key(known.person.name) for known in case.people.values() if known.harmed}
    return tuple(
        Subject(words=f"{form.reported_by}, {write_time(form.told_at)}", entry=entry.root)
        for entry in case.current
        if isinstance(form := entry.form, ConcernReceived)
        and names.key(names.before_role(form.reported_by)) not in harmed
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the receipt for one report. It says when it came, and nothing of what it was."""
    form = entry_of(case, subject).form
    assert isinstance(form, ConcernReceived)
    day = unbroken(write_long_day(day_of(form.told_at), day_of(issue.at)))
    return Content(
        issue=issue,
        kind="Receipt",
        title=TITLE,
        under=f"You told us something on {day}.",
        recipient=lower(READER),
        parts=tuple(_parts(case, issue)),
        marking=PERSONAL,
    )


def _parts(case: Case, issue: Issue) -> Iterator[Part]:
    ended = case.state is not State.OPEN
    dealt, quiet = (ENDED, AFTER) if ended else (OPEN, STILL)
    yield LetterProse("", (f"You did the right thing. {dealt}", f"{NO_MORE} {quiet}"))
    yield LetterPoints("What helps now", PLEASE)
    reach = " or ".join(filter(None, (issue.college.phone, issue.college.mailbox)))
    if reach:
        yield LetterProse("If you want to talk", (f"You can reach us on {reach}.",))
    yield Closing("With thanks", issue.author.name, issue.author.role)


KIND = PaperKind(
    key="receipt",
    title="Receipt for whoever told us",
    audience=Audience.STAFF,
    reader=READER,
    stage=Stage.CONCERN,
    subjects=subjects,
    content=content,
)
