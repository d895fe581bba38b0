"""The learner's card: one side to keep, in words that show nothing to somebody who finds it.

Source: peers idea 18 (a checklist before starting raises completion); uk-guidance 1.9 and 4.2.
"""

from collections.abc import Iterable, Iterator

from app.domain import names
from app.domain.case.case import Case, State
from app.domain.case.imagery import AT_LARGE, containment
from app.domain.case.people import CHILDREN
from app.domain.forms.conversation import LearnerCard, LearnerConversation
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import PersonRef, Role, StaffMember
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.bands import AgeBand, band_on
from app.domain.rules.directory import CHILDLINE, HelpFor
from app.domain.rules.holds import holds_on
from app.domain.rules.learner_card import CARD_TITLE, Removal, card_parts, step_left_out
from app.papers.card_words import not_agreed, not_for_a_pocket, said_with
from app.papers.kind import PaperKind, Subject
from app.papers.rows import reach_line
from app.typesetting.content import Content, Help, Issue
from app.typesetting.folded_card import Creases, Panels
from app.typesetting.page import PERSONAL

LEFT_OUT = (
    "What you agreed to do next speaks of deleting, and nothing may be deleted yet. The card says "
    "nothing of it: agree a new one with them."
)
TALKS = 5
"""The most contacts on a card, so that one is found at a glance."""


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each learner who had a conversation or agreed the words of a card.

    Each card can also be had with room to write by hand what nobody has filled in.
    """
    met = {form.learner for form in case.all_of(LearnerConversation)}
    met |= {form.learner for form in case.all_of(LearnerCard)}
    return tuple(
        subject
        for key, known in case.people.items()
        if key in met and known.person.kind in CHILDREN
        for subject in (
            Subject(words=known.person.name, reader=key),
            Subject(words=f"{known.person.name}, with room to write", reader=key, person=key),
        )
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the card of one learner. Raises KeyError when they are not in this case."""
    assert subject.reader
    known = case.people[subject.reader]
    band = band_on(known.person, day_of(issue.at))
    removal, page = _removal(case, subject.reader, band)
    parts = card_parts(
        band,
        said_with(case, subject.reader, issue.at),
        removal=removal,
        page=page,
        talk=tuple(_talk(issue, their_adult(case, subject) or issue.author)),
        by_hand=subject.person is not None,
    )
    first = names.first_name(known.person.name)
    return Content(
        issue=issue,
        kind=CARD_TITLE,
        title=CARD_TITLE,
        under="You did right to talk with us. Fold this twice at the marks, and keep it by you.",
        recipient=first,
        parts=(Creases(), Panels(parts)),
        marking=PERSONAL,
        discreet=True,
    )


def read_it_together(case: Case, subject: Subject) -> tuple[str, ...]:
    """Return what to look at in the draft: what is left out, not agreed, or not for a pocket.

    The card is looked at as on the day of the newest entry.
    """
    assert subject.reader
    now = case.entries[-1].sealed.recorded
    band = band_on(case.people[subject.reader].person, day_of(now))
    said, removal = said_with(case, subject.reader, now), _removal(case, subject.reader, band)[0]
    left_out = (LEFT_OUT,) * step_left_out(band, said, removal)
    return (
        *left_out,
        *not_agreed(case, subject.reader),
        *not_for_a_pocket(case, subject.reader),
    )


def _removal(case: Case, learner: PersonRef, band: AgeBand | None) -> tuple[Removal | None, str]:
    """Return how far the learner is with their own report, and on which page it is made.

    Without a report it is ahead of them only while copies are at large. During a hold nobody
    suggests it (uk-guidance 4.1).
    """
    if Role.PICTURED not in case.people[learner].roles or case.state is not State.OPEN:
        return None, ""
    for request in reversed(tuple(case.requests.values())):
        if request.opened.route is RouteKind.REPORT_REMOVE:
            return (Removal.SENT if request.waiting else None), request.opened.service_name
        if request.opened.route is RouteKind.TAKE_IT_DOWN:
            return None, ""  # it was chosen in place of Report Remove, whose steps are others
    if holds_on(case) or not containment(case).count(*AT_LARGE):
        return None, ""
    page = "" if band is AgeBand.ADULT else RouteKind.REPORT_REMOVE.label
    return Removal.AHEAD, page


def their_adult(case: Case, subject: Subject) -> StaffMember | None:
    """Return whom the learner rings: the adult they can go to, or else who talked with them."""
    assert subject.reader
    adult = case.stands.newest(Fact.NAMED_ADULT, subject.reader)
    if adult and isinstance(adult.answer, StaffMember):
        return adult.answer
    talks = [one for one in case.all_of(LearnerConversation) if one.learner == subject.reader]
    return talks[-1].held_by if talks else None


def _talk(issue: Issue, adult: StaffMember) -> Iterator[str]:
    """Yield the numbers to ring, Childline first, then that of the adult in college."""
    numbers = to_ring(issue.supplement.help)
    ours = (f"{issue.college.to_ring}: {adult.name}",) * bool(issue.college.to_ring)
    first = [reach_line(one) for one in numbers[:1] if one.name == CHILDLINE]
    yield from (*first, *ours, *map(reach_line, numbers[len(first) :]))


def to_ring(helps: Iterable[Help]) -> tuple[Help, ...]:
    """Return the few whom a card names with their number, Childline first."""
    numbers = sorted(helps, key=lambda one: one.name != CHILDLINE)
    return tuple(one for one in numbers if one.number)[:TALKS]


KIND = PaperKind(
    key="learner_card",
    title="Card for the learner",
    audience=Audience.LEARNER,
    reader="The learner",
    stage=Stage.CONVERSATION,
    subjects=subjects,
    content=content,
    help=HelpFor.LEARNER,
    ring=their_adult,
    look_at=read_it_together,
)
