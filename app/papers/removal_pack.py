"""The removal pack: one page for whoever makes a request, with the steps, the words, the boxes.

Source: uk-guidance 4.1 and 4.4: short, one item per request, no child's name, nothing attached. The
facts of a route are dated data in the supplement of the issue.
"""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.requests import Request
from app.domain.forms.requests import TAKEN_DOWN, RemovalRequested
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.moments import Moment, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.papers.agency_words import RequestWords
from app.papers.kind import PaperKind, Subject, entry_of, one_for_each
from app.typesetting.content import Content, Issue, Lines, Part, Prose, Section, Signatures
from app.typesetting.signing import Slip
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Request for removal"
READER = "Whoever makes the request"
RULE = "Attach, open and photograph nothing."
BESIDE = "Whoever sits beside them looks at nothing and notes no log-in."
_OF_THE_LEARNER = (RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.ADULT)
_BY_LEARNER = (DoneBy.LEARNER, DoneBy.WITH_LEARNER)
_INERT = Quiet("Text to type or paste into the form. Nobody opens it.")
KEPT_BY_LEARNER: tuple[tuple[str, Lines], ...] = (
    ("", (("The page I used", ""), ("The day I did it", ""))),
    ("", (("My log-in name", ""), ("My number or PIN", ""))),
)
"""Lines for what a learner may want to write down. It is never stored."""


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return one request on one page: the steps, the words to send, and room for the reply."""
    words = RequestWords(case, entry_of(case, subject))
    return Content(
        issue=issue,
        kind=TITLE,
        title=f"{TITLE}: {words.service}",
        under=_under(words),
        recipient=READER,
        callout=tuple(_callout(words)),
        parts=tuple(_parts(words, issue)),
    )


def _under(words: RequestWords) -> str:
    by = words.said(RemovalRequested.done_by)
    made = f"made by: {lower(by)}, {words.said(RemovalRequested.sent_at)}"
    route = words.said(RemovalRequested.route)
    return made[:1].upper() + made[1:] if route == words.service else f"{route} · {made}"


def _callout(words: RequestWords) -> Iterator[Words]:
    yield from what_came(words.request)
    if words.form.route in _OF_THE_LEARNER:
        yield (Strong("The learner does this themselves, on their own device."), f" {BESIDE}")
    else:
        these = ", in these very words" if words.text else ""
        yield (Strong(f"One request for one item{these}."), f" {RULE}")
    if words.form.route is RouteKind.STATUTORY and words.request.waiting:
        yield (Strong("To be gone by"), f" {due(words.form)}, 48 hours after it was sent.")


def _parts(words: RequestWords, issue: Issue) -> Iterator[Part]:
    if words.where:
        rows: list[tuple[str, tuple[Words, ...]]] = [("As told", (words.where, _INERT))]
        rows += [
            (label, (words.said(question),))
            for question, given, label in (
                (RemovalRequested.category, words.form.category, "Category to choose"),
                (RemovalRequested.seen_at, words.form.seen_at, "Seen there"),
            )
            if given
        ]
        yield Section("", "Where it is", tuple(rows))
    if words.text:
        yield Prose("The words to send", (words.text,))
    if issue.supplement.route:
        yield Section("", "The way", issue.supplement.route)
    by_learner = words.form.route in _OF_THE_LEARNER
    yield Signatures(_read_by_learner(words) if by_learner else _boxes(words))
    if by_learner or words.form.done_by in _BY_LEARNER:
        yield own_slip()


def _answer(words: RequestWords) -> tuple[str, str]:
    """Return what came back last and when, "" each while nothing is recorded."""
    request = words.request
    return (request.replies[-1].reply.label if request.replies else "", request.answered_at)


def _read_by_learner(words: RequestWords) -> tuple[tuple[str, Lines], ...]:
    answer, when = _answer(words)
    return (
        ("", (("The learner has read the answer: day", when),)),
        ("", (("What it said, as they tell it", answer),)),
    )


def _boxes(words: RequestWords) -> tuple[tuple[str, Lines], ...]:
    answer = ", ".join(filter(None, _answer(words)))
    statutory = words.form.route is RouteKind.STATUTORY
    first, second = ("At 24 hours", "At 48 hours") if statutory else ("The next day", "Two days on")
    asked = ((f"{first}: whom, and the answer", ""), (f"{second}: whom, and the answer", ""))
    return (
        ("What came back", (("Reference", words.reference), ("Answer, day and time", answer))),
        ("Asked again, opening nothing", asked),
    )


def what_came(request: Request) -> Iterator[Words]:
    """Yield what the service last answered, so that nobody takes the request for a new one."""
    for reply in request.replies[-1:]:
        same = "The same is not sent again." if request.waiting else "This request is answered."
        yield (Strong(f"{reply.reply.label}."), f" {write_time(reply.at)}. {same}")


def due(form: RemovalRequested) -> str:
    """Return when a service has to act: 48 hours after the request was sent."""
    return write_time(Moment(form.sent_at.at + TAKEN_DOWN, about=form.sent_at.about))


def own_slip() -> Slip:
    """Return the blank slip for the learner's own log-in and number. They are never stored."""
    return Slip(
        "Yours to keep",
        ("Nobody at college needs this, and nobody keeps a copy. Keep it where only you look.",),
        signed=KEPT_BY_LEARNER,
    )


def _called(_case: Case, entry: Entry) -> str:
    form = entry.form
    assert isinstance(form, RemovalRequested)
    parts = (form.service_name, form.route.label, write_time(form.sent_at))
    return ", ".join(dict.fromkeys(parts))  # Report Remove is a service and a route


KIND = PaperKind(
    key="removal_pack",
    title="Removal pack",
    audience=Audience.SERVICES,
    reader=READER,
    stage=Stage.CONTAINMENT,
    subjects=one_for_each(RemovalRequested, _called),
    content=content,
    route=True,
)
