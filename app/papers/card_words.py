"""What the learner’s card says: as agreed on its form, or else as they said it when talked with.

A learner reads back what they said themselves, word for word. Elsewhere names of others are left
out, as a card may be found in a pocket.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.families import parents_of_child
from app.domain.forms.conversation import LearnerCard, LearnerConversation
from app.domain.forms.deletion import Deletion, DeletionDecided
from app.domain.forms.parents import Telling
from app.domain.kit.answers import PersonRef, StaffMember, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import name_of, questions_of
from app.domain.kit.moments import day_of, write_long_day
from app.domain.kit.record import Audience
from app.domain.kit.wording import with_and
from app.domain.rules.holds import holds_on
from app.domain.rules.keeping import keeps_for_now
from app.domain.rules.learner_card import AgreedWithLearner
from app.papers.case_words import CaseWords, Told
from app.papers.rows import happened

NAME = "[name]"
"""Stands where somebody else is named."""
WANTS_AS_SAID = (
    "“What you said you want” stands as it was said in the conversation: read whether it shows "
    "what this is about. To put it otherwise, agree a card with them."
)
WANTS_NAMES = (
    "“What you said you want” names somebody else, in their own words. A card may be found: ask "
    "whether they want it so. If not, agree other words with them."
)
KNOWN_BY_RECORD = "“Who will know” comes from the record: read it with them before they take it."
NOT_TOLD_WHO = (
    "“Who will know” is left out: nobody recorded having told them what is shared, and with whom."
)

NAMES_THEM = "“{label}” names {name}, who reads it: write “you” there."
TELLS = (
    "“{label}” says “{word}”: whoever finds the card reads what it is about. Agree other words "
    "with them."
)
OF_IT = re.compile(
    r"\b(?:pictures?|photo(?:graph)?s?|images?|imagery|videos?|nudes?|naked|sext\w*)\b",
    re.IGNORECASE,
)
"""Words that show what it is about."""


def said_with(case: Case, learner: PersonRef, at: datetime) -> AgreedWithLearner:
    """Return what a card of an instant (UTC) says of what one learner agreed to, and said."""
    card, today = _Card(case, learner), day_of(at)
    agreed, keeps = card.agreed, keeps_for_now(case, learner, at)
    held = keeps or bool(holds_on(case))
    day = day_of(happened(agreed)) if agreed else today
    return AgreedWithLearner(
        next_step=card.said(LearnerCard.next_step),
        said_on=write_long_day(day) if day != today else "",
        who_will_know=tuple(card.who_will_know()),
        wants=card.wish.answer if card.wish else "",
        see_you=card.see_you(today),
        deletes=_deletes(case, learner) and not held,
        held=held,
        keeps=keeps,
    )


def not_agreed(case: Case, learner: PersonRef) -> Iterator[str]:
    """Yield a sentence on each part of the card that nobody agreed with the learner."""
    card = _Card(case, learner)
    if card.wish and not isinstance(card.wish.entry.form, LearnerCard):
        yield WANTS_AS_SAID
    if card.wish and card.names_another(card.wish.answer):
        yield WANTS_NAMES
    if not card.said(LearnerCard.who_will_know):
        yield KNOWN_BY_RECORD if card.told_who_will_know else NOT_TOLD_WHO


def not_for_a_pocket(case: Case, learner: PersonRef) -> Iterator[str]:
    """Yield a sentence where agreed words name the learner, or show what it is about."""
    card, first = _Card(case, learner), names.first_name(case.names[learner])
    labels = {one.name: one.ask.label for one in questions_of(LearnerCard)}
    asked = (LearnerCard.next_step, LearnerCard.who_will_know, LearnerCard.where)
    for question in (*asked, LearnerCard.wants):
        label, said = labels[name_of(question)], card.said(question)
        if question is not LearnerCard.wants and names.contains(said, first):
            yield NAMES_THEM.format(label=label, name=first)
        if shown := OF_IT.search(said):
            yield TELLS.format(label=label, word=shown.group())


class _Card:
    """The newest card agreed with a learner, and what stands beside it in the record."""

    def __init__(self, case: Case, learner: PersonRef) -> None:
        self._case, self._learner = case, learner
        cast = disclosure_for(case, Audience.LEARNER, learner)
        self._hide = Disguise.of(cast, {person.id: NAME for person in cast.hidden})
        self._words = CaseWords(case, Audience.LEARNER, learner, self._hide)
        self._read = {(one.root, one.name) for one in self._words.paragraphs}
        self._talks = [entry for entry in case.current if _met(entry) == learner]
        cards = [entry for entry in self._talks if isinstance(entry.form, LearnerCard)]
        self.agreed = cards[-1] if cards else None

    def said(self, question: object) -> str:
        """Return an answer of the card that was agreed, "" without one."""
        if self.agreed is None or (self.agreed.root, name_of(question)) not in self._read:
            return ""
        return self._words.answer(self.agreed, question)

    @property
    def wish(self) -> Told | None:
        """What they themselves said last that they want."""
        return self._words.stands(Fact.WANTS, self._learner)

    def names_another(self, words: str) -> bool:
        """Whether words of the card show somebody else."""
        return self._hide.over(words) != words

    @property
    def told_who_will_know(self) -> bool:
        """Whether they were told in the newest talk what is shared, and with whom."""
        talks = [one.form for one in self._talks if isinstance(one.form, LearnerConversation)]
        return bool(talks) and talks[-1].told_limits is YesNoUnknown.YES

    def who_will_know(self) -> Iterator[str]:
        """Yield who will know: as agreed, or else who talked with them, their adult, and a parent.

        It yields nobody to a learner who was not told yet who will know.
        """
        if agreed := self.said(LearnerCard.who_will_know):
            yield agreed
        elif self.told_who_will_know:
            staff = tuple(dict.fromkeys(one.name for one in self._staff()))
            yield self._hide.over(f"{with_and(staff)}.")
            yield from self._parents()

    def _staff(self) -> Iterator[StaffMember]:
        for entry in self._talks:
            if isinstance(entry.form, LearnerConversation):
                yield entry.form.held_by
        adult = self._case.stands.newest(Fact.NAMED_ADULT, self._learner)
        if adult and isinstance(adult.answer, StaffMember):
            yield adult.answer

    def _parents(self) -> Iterator[str]:
        """Yield that a parent knows or is to be told: which of two is not for a pocket."""
        parents = parents_of_child(self._case, self._learner)
        knowing = [one for one in parents if self._knows(one)]
        if knowing:
            yield "Your parents or carers." if len(knowing) > 1 else "A parent or carer of yours."

    def _knows(self, parent: PersonRef) -> bool:
        stands = self._case.stands
        decided = stands.between(Fact.DECISION, parent, self._learner)
        told = stands.between(Fact.TOLD, parent, self._learner)
        return bool((told and told.said.yes) or (decided and decided.answer is Telling.TELL))

    def see_you(self, today: date) -> str:
        """Return when they meet next, as it was set last. A day that has passed is left out."""
        for entry in reversed(self._talks):
            form = entry.form
            assert isinstance(form, LearnerCard | LearnerConversation)
            if form.review_on is None:
                continue
            if form.review_on < today:
                return ""
            where = self.said(LearnerCard.where) if entry is self.agreed else ""
            return ", ".join(filter(None, (write_long_day(form.review_on), where)))
        return ""


def _met(entry: Entry) -> PersonRef | None:
    form = entry.form
    return form.learner if isinstance(form, LearnerCard | LearnerConversation) else None


def _deletes(case: Case, learner: PersonRef) -> bool:
    """Return whether the newest decision asks the learner to delete."""
    decided = [form for form in case.all_of(DeletionDecided) if form.learner in {learner, None}]
    return bool(decided) and decided[-1].decision is Deletion.LEARNER
