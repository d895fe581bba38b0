"""The family and household of a child, and how they can be reached safely, for agencies."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.domain import names
from app.domain.case.families import family_by_name
from app.domain.forms.parents import Telling
from app.domain.forms.person import PersonDetails, Relative
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.moments import age_on, write_day
from app.domain.kit.wording import lower
from app.papers.agency_words import ReferralWords
from app.papers.case_words import ASK_COLLEGE, NOT_RECORDED
from app.papers.of_its_day import as_of
from app.papers.rows import Row, asked
from app.papers.unsafe_contact import dangers
from app.typesetting.page import Sender
from app.typesetting.text import Strong, Words, runs_of


def household(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    """Yield the household, the risk to whoever visits it, and who may be contacted and how."""
    relatives = words.rows(words.details, PersonDetails.household)
    lines = [_relative(words, relative, today) for relative in relatives]
    lines += _parents_beside(words, relatives)
    if words.case.stands.says_yes(Fact.APART, words.child.id):
        lines.append("The parents or carers live apart.")
    yield "Household and family", tuple(lines) or (NOT_RECORDED,)
    yield from asked(words, words.details, {PersonDetails.visits: "Who else visits or stays"})
    risk = (*_of_family(words, Fact.VISITORS, today), *_unsafe(words, today))
    yield "Risk to visiting staff", risk or (NOT_RECORDED,)
    rules = tuple(_of_family(words, Fact.MAY_CONTACT, today))
    ways = tuple(_of_family(words, Fact.REACH, today, named=True))
    never = tuple(_never(words, today))
    yield "Whom to contact, or not", (*rules, *never, *ways) or (NOT_RECORDED,)


def _unsafe(words: ReferralWords, today: date) -> Iterator[Words]:
    """Yield what makes contact with the child or a parent or carer unsafe, newest first."""
    for person, said in dangers({words.child.id: words, **words.parents}, today):
        who = words.called(words.case.people[person].person)
        yield (f"{who}: ", *runs_of(said))


def _never(words: ReferralWords, today: date) -> Iterator[Words]:
    """Yield each parent or carer of whom it stands that they must not be contacted."""
    for parent in words.parents:
        decided = words.case.stands.between(Fact.DECISION, parent, words.child.id)
        told = words.told_by(decided) if decided else None
        if decided and told and decided.answer is Telling.NO_CONTACT:
            who = words.called(words.case.people[parent].person)
            yield (f"{who}: ", *runs_of(as_of(told, today)))


def _of_family(
    words: ReferralWords, fact: Fact, today: date, *, named: bool = False
) -> Iterator[Words]:
    """Yield what stands on a fact of the child, and of each parent or carer with their name."""
    for person in (words.child.id, *words.parents):
        if told := words.stands_of(person, fact):
            who = words.called(words.case.people[person].person)
            lead = (f"{who}: ",) if named or person != words.child.id else ()
            yield (*lead, *runs_of(as_of(told, today)))


def _parents_beside(words: ReferralWords, relatives: Sequence[Relative]) -> Iterator[Words]:
    """Yield whether each parent in no row of the household has parental responsibility, if said."""
    listed = {names.key(one.name) for one in relatives}
    beside = [one for one in words.parents if names.key(words.case.names[one]) not in listed]
    said = {one: words.case.stands.between(Fact.RESPONSIBLE, one, words.child.id) for one in beside}
    for parent, standing in said.items():
        if standing:
            who = words.called(words.case.people[parent].person)
            known = YesNoUnknown(str(standing.answer)).label.lower()
            duty = f"parental responsibility for {words.child.name}: {known}"
            yield (Strong(who), f", parent or carer, {duty}")
    if any(said.values()) and not relatives:
        yield ("Who lives in the household: ", *runs_of(ASK_COLLEGE))


YOUNG = 16
"""Below this age nobody is asked whether a brother or sister has parental responsibility."""


def _relative(words: ReferralWords, relative: Relative, today: date) -> Words:
    responsible = _responsible(words, relative)
    born = f"born {write_day(relative.born)}" if relative.born else ""
    known = responsible.label.lower() if responsible else "not recorded"
    asked_of = responsible or not relative.born or age_on(relative.born, today) >= YOUNG
    duty = f"parental responsibility for {words.child.name}: {known}" if asked_of else ""
    hidden = words.hide.over
    told = ", ".join(filter(None, (lower(hidden(relative.relation)), born, duty)))
    typed = (hidden(one) for one in (relative.reached_at, relative.needs) if one)
    return (Strong(hidden(relative.name)), ", " + " · ".join((told, *typed)))


def _responsible(words: ReferralWords, relative: Relative) -> YesNoUnknown | None:
    """Return whether a relative has parental responsibility, by the newest answer of either kind.

    It is given there, or of the parent. None if nobody has said; a not known is no answer.
    """
    parent = family_by_name(words.case).get(names.key(relative.name), "")
    said = words.case.stands.between(Fact.RESPONSIBLE, parent, words.child.id)
    own = None if relative.responsible is YesNoUnknown.NOT_KNOWN else relative.responsible
    newer = said and words.details and said.true_at > words.details.at
    if said and (own is None or (newer and said.answer != YesNoUnknown.NOT_KNOWN)):
        return YesNoUnknown(str(said.answer))
    return relative.responsible
