"""What is owed on the days that were set: agreed actions, reviews, and a birthday in mid-case."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.case.ages import began
from app.domain.case.case import Case
from app.domain.case.reviews import open_actions, people_named, reviews_of
from app.domain.forms import form_named
from app.domain.forms.any_time import Note
from app.domain.forms.bodies import BodyContact
from app.domain.forms.close import CaseReviewed
from app.domain.forms.copies import CopyChanged
from app.domain.forms.decision import DecisionMade
from app.domain.forms.knowledge import Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ParentDecision
from app.domain.kit.filled import answers_of
from app.domain.kit.form import name_of
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.domain.kit.wording import lower
from app.domain.owed.alike import written_entry
from app.domain.owed.people import involved_learners, involved_since
from app.domain.owed.row import Owed
from app.domain.rules.bands import eighteenth_birthday
from app.domain.rules.knowledge import KnowledgeRow, knowledge_of
from app.domain.rules.time_limits import end_of

_AHEAD = timedelta(days=366)
"""How far ahead a birthday is due. People write in an open case more often than once a year."""


def actions(case: Case) -> Iterator[Owed]:
    """Yield each agreed action that nothing has settled."""
    for key, action in open_actions(case.current).items():
        entry = case.entry(key.entry)
        yield Owed(
            key=key,
            what=action.what.rstrip("."),
            because=f"Agreed with {action.who.name}: {entry.form.title}",
            since=entry.at,
            due=end_of(action.by),
            form=Note,
            aside=True,
        )


def reviews(case: Case) -> Iterator[Owed]:
    """Yield each review day that was set. That of a decision is a clock, a parent's is theirs."""
    for review in reviews_of(case.current):
        form = review.item.form
        tells = isinstance(form, ParentDecision) and review.on == form.tell_by
        if isinstance(form, DecisionMade) or tells or isinstance(form, CopyChanged):
            continue
        leads = form_named(review.leads_to) if review.leads_to else type(form)
        answers = answers_of(form)
        about = people_named(type(form), answers)[:1]
        body = case.names.get(str(answers.get(name_of(BodyContact.referral))))
        entry = written_entry(review.item)
        yield Owed(
            key=review.key,
            what=f"{review.what}: {body}" if body else review.what,
            because=" · ".join((*(case.names[one] for one in about if one in case.names), entry)),
            since=review.item.at,
            due=end_of(review.on),
            form=leads,
            about=about,
        )


def untold(case: Case) -> Iterator[Owed]:
    """Yield a review of each thing somebody must not be told: that never lapses by itself."""
    held: dict[EntryId, tuple[KnowledgeRow, date, list[Topic]]] = {}
    for line in knowledge_of(case):
        for topic, known in line.cells.items():
            if known.noted and known.knowing is Knowing.NOT_TO_KNOW and known.until:
                held.setdefault(known.entry, (line, known.until, []))[2].append(topic)
    for entry, (line, until, topics) in held.items():
        yield Owed(
            key=DueKey(DueKind.NOT_TOLD, entry),
            what="Look again at what somebody must not be told",
            because=f"{line.name}: {'; '.join(lower(topic.label) for topic in topics)}. "
            "It holds until somebody says otherwise",
            since=case.entry(entry).sealed.recorded,
            due=end_of(until),
            form=KnowledgeNoted,
            about=(line.person,) if line.person else (),
        )


def of_age(case: Case) -> Iterator[Owed]:
    """Yield a review for each learner who turns 18 during the case: they then decide."""
    first, last = began(case.current), day_of(case.entries[-1].sealed.recorded)
    for known in involved_learners(case):
        birthday = eighteenth_birthday(known.person)
        if birthday is None or not first < birthday <= last + _AHEAD:
            continue
        due = end_of(max(birthday, day_of(max(known.born_since, involved_since(known)))))
        if any(day_of(f.reviewed_at.at) >= birthday for f in case.all_of(CaseReviewed)):
            continue
        yield Owed(
            key=DueKey(DueKind.OF_AGE, known.person.id),
            what="Review the case: a learner has turned 18",
            because=f"{known.person.name}: an adult in law from here on, with their own say",
            since=due,
            due=due,
            form=CaseReviewed,
            about=(known.person.id,),
        )
