"""What makes contact with a family unsafe, for whoever rings, writes to or visits it."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.case.case import Case
from app.domain.case.families import parents_of_child
from app.domain.case.standing import Standing
from app.domain.kit.answers import PersonRef
from app.domain.kit.facts import Fact
from app.domain.kit.record import Audience
from app.domain.rules.safe_contact import dangers_of
from app.papers.case_words import CaseWords
from app.papers.of_its_day import said_then
from app.typesetting.text import Words


def family_words(words: CaseWords, *children: PersonRef) -> Mapping[PersonRef, CaseWords]:
    """Return each child and then each parent or carer, with what agencies may read of them."""
    case, hide = words.case, words.hide
    parents = {one for child in children for one in parents_of_child(case, child)}
    found = dict.fromkeys(children, words)
    return found | {
        key: CaseWords(case, Audience.AGENCIES, key, hide) for key in case.people if key in parents
    }


def dangers(
    family: Mapping[PersonRef, CaseWords], today: date
) -> Iterator[tuple[PersonRef, Words]]:
    """Yield whose each danger is and what was said of it, with its source and day, newest first.

    What the risk to visiting staff says of them in the same words stands once. `today` is a day in
    London.
    """
    found = [
        (one, who, told)
        for who, words in family.items()
        for one in dangers_of(words.case, who)
        if (told := words.told_by(one)) and not _said_to_visitors(words, who, told.answer)
    ]
    for _, who, told in sorted(found, key=lambda it: it[0].true_at, reverse=True):
        yield who, said_then(told, today)


def _said_to_visitors(words: CaseWords, who: PersonRef, danger: str) -> bool:
    risk = words.stands(Fact.VISITORS, who)
    return risk is not None and _plain(danger) == _plain(risk.answer)


def _plain(said: str) -> str:
    return said.strip().rstrip(".").casefold()


def for_nobody_else(case: Case, one: Standing) -> bool:
    """Return whether a danger was written for the DSL alone, so that no letter tells it."""
    return CaseWords(case, Audience.AGENCIES, one.said.about).told_by(one) is None
