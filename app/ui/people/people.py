"""The people of a case: a card for each, and the table of who knows what."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.case.ages import events_of
from app.domain.case.case import Case
from app.domain.case.people import CHILDREN, PersonInCase, RoleHeld, is_adult
from app.domain.forms import about_one_person, about_people
from app.domain.forms.knowledge import KnowledgeNoted
from app.domain.forms.person import PeopleMerged, PeopleNamed, PersonDetails
from app.domain.kit.answers import Person, PersonKind
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.tone import Tone
from app.domain.kit.wording import with_and
from app.domain.rules.bands import write_bands
from app.domain.rules.instructions import in_force
from app.domain.rules.knowledge import card_for
from app.ui.case_parts.contact_card import ContactCardView
from app.ui.forms.earlier_cases import EarlierCases
from app.ui.people.knowledge_table import KnowledgeTable
from app.ui.widgets.cards import Cards
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import (
    STEP,
    Banner,
    Chip,
    column,
    heading,
    line,
    muted,
    plain,
    small,
    toggle,
)


class PersonInCaseCard(QFrame):
    """A card for somebody named in the case."""

    wants_form = Signal(object, str)

    def __init__(
        self,
        case: Case,
        known: PersonInCase,
        number: int,
        now: datetime,
        *,
        cases: tuple[str, ...] = (),
        papers: tuple[str, ...] = (),
    ) -> None:
        """Create the card at `now` (UTC). `cases` are the other cases that name them, in words.

        `papers` named them before the record did.
        """
        super().__init__()
        self.setProperty("part", "card")
        self._case, self._known, self._number = case, known, number
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self._rows.setSpacing(STEP)
        self._add_top()
        self._now = now
        self._add_who(day_of(now))
        self._add_instructions()
        self._add_parts()
        earlier = EarlierCases()
        self._rows.addWidget(earlier)
        earlier.show_cases(known.person.name, cases, papers)
        self._add_contact()

    def _add_top(self) -> None:
        person = self._known.person
        self._before = toggle("Before contact")
        self._before.setObjectName(f"before_{self._number}")
        self._before.setAccessibleName(f"What {person.name} knows, before contact")
        ways = (self._way(form) for form in reversed(about_one_person()))
        top = line(heading(person.name), self._before, *ways)
        top.setStretch(0, 1)
        self._rows.addLayout(top)

    def _way(self, form: type[Form]) -> QPushButton:
        """Return the button that begins a form about this person."""
        person = self._known.person
        details = "Details" if self._known.details else "Add details"
        made = plain(details if form is PersonDetails else form.title)
        made.setObjectName(f"{form_name(form)}_{self._number}")
        made.setProperty("about", person.id)
        made.setAccessibleName(f"{made.text()}: {person.name}")
        made.clicked.connect(lambda: self.wants_form.emit(form, person.id))
        return made

    def _add_who(self, today: date) -> None:
        person = self._known.person
        born = f"born {write_day(person.born)}" if person.born else "date of birth not known"
        grown = person.kind in {PersonKind.PARENT, PersonKind.STAFF, PersonKind.ADULT}
        about = [person.kind.label, person.known_as, person.group, "" if grown else born]
        self._rows.addWidget(muted(" · ".join(filter(None, about))))
        chips = Flow()
        days = [event.day for event in events_of(self._case.current, person.id)]
        if words := write_bands(person, days, today):
            learner = person.kind in CHILDREN
            adult = learner and any(is_adult(person, day) for day in days)
            chips.addWidget(
                Chip(
                    f"{words}: counts as an adult" if adult else words,
                    Tone.AMBER if adult else Tone.GREEN,
                )
            )
        for role in self._known.roles:
            chips.addWidget(Chip(role.label))
        if self._case.stands.says_yes(Fact.SOCIAL_WORKER, person.id):
            chips.addWidget(Chip("Has or had a social worker", Tone.AMBER))
        self._rows.addLayout(chips)

    def _add_instructions(self) -> None:
        """Show in red what nobody is to do with them; the card of a parent says it itself."""
        person = self._known.person
        red = [one.sentence for one in in_force(self._case, self._now) if one.about == person.id]
        if red and person.kind is not PersonKind.PARENT:
            banner = Banner("\n".join(red))
            banner.setObjectName(f"instructions_{self._number}")
            self._rows.addWidget(banner)

    def _add_parts(self) -> None:
        if self._known.parts:
            self._rows.addWidget(small(written_parts(self._case, self._known.parts)))
        if self._known.joined:
            names = tuple(dict.fromkeys(one.name for one in self._known.joined))
            self._rows.addWidget(small(f"Joined from records named {with_and(names)}."))
        rule = self._case.stands.newest(Fact.MAY_CONTACT, self._known.person.id)
        if rule:
            self._rows.addWidget(small(str(rule.answer)))

    def _add_contact(self) -> None:
        """Show the card before contact on request; for a parent, show it at once."""
        self._contact: ContactCardView | None = None
        self._before.toggled.connect(self._show_contact)
        self._before.setChecked(self._known.person.kind is PersonKind.PARENT)

    def _show_contact(self, shown: bool) -> None:
        if shown and not self._contact:
            card = card_for(self._case, self._known.person.id, self._now)
            self._contact = ContactCardView(card)
            self._rows.addWidget(self._contact)
        if self._contact:
            self._contact.setVisible(shown)


def written_parts(case: Case, parts: Iterable[RoleHeld]) -> str:
    """Return since when, and by which entry, somebody has or had each role; group equal ones."""
    alike: dict[str, list[str]] = {}
    for part in parts:
        since, entry = write_day(day_of(part.since)), case.entry(part.entry).sealed.seq
        until = f" to {write_day(day_of(part.until))}" if part.until else ""
        days = f"{since}{until}" if until else f"Since {since}"
        alike.setdefault(f"{days} (entry {entry})", []).append(part.role.label)
    return " · ".join(f"{when}: {', '.join(labels).lower()}" for when, labels in alike.items())


_BEGINS: dict[type[Form], tuple[str, ...]] = {
    KnowledgeNoted: ("Note who knows",),
    PeopleMerged: ("Join two records",),
    PeopleNamed: (PeopleNamed.title, "user-plus"),
}
"""The text and icon of a form's button, where they differ from its title."""


def _in_no_case(_case: Case, _person: Person) -> tuple[str, ...]:
    return ()


class PeopleTab(QWidget):
    """Everyone named in the case, and what each of them knows."""

    wants_form = Signal(object, str)

    def __init__(
        self,
        now: Callable[[], datetime],
        other_cases: Callable[[Case, Person], tuple[str, ...]] = _in_no_case,
        papers_naming: Callable[[Case, Person], tuple[str, ...]] = _in_no_case,
    ) -> None:
        """Create the tab. `now` returns UTC.

        `other_cases` are where else somebody is, `papers_naming` what named them before the record
        did, in words.
        """
        super().__init__()
        self._now, self._other_cases, self._papers_naming = now, other_cases, papers_naming
        self._cards = Cards("People")
        self.knowledge = KnowledgeTable()
        self.knowledge.wants_note.connect(lambda key: self._ask(KnowledgeNoted, key))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._cards)
        self._stack.addWidget(self.knowledge)
        body = column(spacing=12)
        body.addLayout(self._top())
        body.addWidget(self._stack, 1)
        self.setLayout(body)

    def _top(self) -> Flow:
        """Return the view and form buttons; they use a second line where the window is narrow."""
        top = Flow(8)
        ways = line()
        ways.setContentsMargins(0, 4, 12, 4)  # as tall as the buttons beside them
        group = QButtonGroup(self)
        for place, (words, name) in enumerate(
            (("Person by person", "people_cards"), ("Who knows what", "people_knowledge"))
        ):
            view = toggle(words)
            view.setObjectName(name)
            view.setChecked(place == 0)
            view.clicked.connect(lambda _on=False, at=place: self._stack.setCurrentIndex(at))
            group.addButton(view)
            ways.addWidget(view)
        both = QWidget()
        both.setLayout(ways)
        top.addWidget(both)
        for form in reversed(about_people()):  # the one used most comes last
            button = plain(*_BEGINS.get(form, (form.title,)))
            button.setObjectName(f"record_{form_name(form)}")
            button.clicked.connect(lambda _on=False, asked=form: self._ask(asked, ""))
            top.addWidget(button)
        return top

    def show_case(self, case: Case) -> None:
        """Show the people of a case in the order they were named."""
        self._cards.clear()
        for number, known in enumerate(case.people.values(), start=1):
            cases = self._other_cases(case, known.person)
            papers = self._papers_naming(case, known.person)
            made = PersonInCaseCard(case, known, number, self._now(), cases=cases, papers=papers)
            made.wants_form.connect(self.wants_form)
            self._cards.add(made)
        self.knowledge.show_case(case)

    def _ask(self, form: type[Form], about: str) -> None:
        self.wants_form.emit(form, about)
