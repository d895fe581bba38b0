"""The learner's card: one side to keep, in words that show nothing to somebody who finds it.

Source: peers idea 18 (a checklist before starting raises completion); uk-guidance 1.9 and 4.2.
"""

from collections.abc import Iterator

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN
from app.domain.forms.conversation import LearnerCard, LearnerConversation
from app.domain.forms.deletion import Deletion, DeletionDecided
from app.domain.kit.answers import PersonRef, Role
from app.domain.kit.form import name_of
from app.domain.kit.moments import day_of, write_long_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.bands import band_on
from app.domain.rules.directory import HelpFor
from app.domain.rules.holds import holds_on
from app.domain.rules.learner_card import CARD_TITLE, AgreedWithLearner, card_parts
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject
from app.papers.rows import reach_line
from app.typesetting.content import Content, Help, Issue
from app.typesetting.folded_card import Creases, Panels

MARKING = "PERSONAL"
TALKS = 5
"""The most contacts on a card, so that one is found at a glance."""


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each learner who had a conversation or agreed the words of a card."""
    met = {form.learner for form in case.all_of(LearnerConversation)}
    met |= {form.learner for form in case.all_of(LearnerCard)}
    return tuple(
        Subject(words=known.person.name, reader=key)
        for key, known in case.people.items()
        if key in met and known.person.kind in CHILDREN
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the card of one learner. Raises KeyError when they are not in this case."""
    assert subject.reader
    known = case.people[subject.reader]
    parts = card_parts(
        band_on(known.person, day_of(issue.at)),
        _said(case, subject.reader),
        removal=Role.PICTURED in known.roles,
        talk=tuple(_talk(issue.supplement.help)),
    )
    first = names.first_name(known.person.name)
    return Content(
        issue=issue,
        kind=CARD_TITLE,
        title=CARD_TITLE,
        under="You did right to talk with us. Fold this twice at the marks, and keep it by you.",
        recipient=first,
        parts=(Creases(), Panels(parts)),
        marking=MARKING,
        discreet=True,
    )


def _said(case: Case, learner: PersonRef) -> AgreedWithLearner:
    hide = Disguise.of(disclosure_for(case, Audience.LEARNER, learner))
    words = CaseWords(case, Audience.LEARNER, learner, hide)
    read = {(one.root, one.name) for one in words.paragraphs}
    newest, deletes = _newest(case, learner), _deletes(case, learner)
    if newest is None:
        return AgreedWithLearner(deletes=deletes)

    def said(question: object) -> str:
        known = (newest.root, name_of(question)) in read
        return words.answer(newest, question) if known else ""

    form = newest.form
    assert isinstance(form, LearnerCard)
    when = write_long_day(form.review_on) if said(LearnerCard.review_on) else ""
    return AgreedWithLearner(
        next_step=said(LearnerCard.next_step),
        who_will_know=said(LearnerCard.who_will_know),
        wants=said(LearnerCard.wants),
        see_you=", ".join(filter(None, (when, said(LearnerCard.where)))),
        deletes=deletes,
    )


def _deletes(case: Case, learner: PersonRef) -> bool:
    """Return whether the newest decision asks the learner to delete, and nothing holds it."""
    decided = [form for form in case.all_of(DeletionDecided) if form.learner in {learner, None}]
    asked = bool(decided) and decided[-1].decision is Deletion.LEARNER
    return asked and not holds_on(case)


def _newest(case: Case, learner: PersonRef) -> Entry | None:
    for entry in reversed(case.current):
        if isinstance(entry.form, LearnerCard) and entry.form.learner == learner:
            return entry
    return None


def _talk(helps: tuple[Help, ...]) -> Iterator[str]:
    """Return the numbers to ring, Childline first."""
    numbers = [one for one in helps if one.number]
    numbers.sort(key=lambda one: one.name != "Childline")
    return (reach_line(one) for one in numbers[:TALKS])


KIND = PaperKind(
    key="learner_card",
    title="Card for the learner",
    audience=Audience.LEARNER,
    reader="The learner",
    stage=Stage.CONVERSATION,
    subjects=subjects,
    content=content,
    help=HelpFor.LEARNER,
)
