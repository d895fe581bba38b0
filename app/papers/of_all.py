"""In a letter about one child: what was said of that child, and what of the case as a whole.

What names nobody may be about another child too, once another child is in the case, and says so.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.case.people import others_harmed, others_in
from app.domain.case.standing import WHOLE_CASE
from app.domain.kit.answers import PersonRef
from app.domain.kit.facts import Fact
from app.papers.case_words import NOT_RECORDED, CaseWords, Told
from app.papers.of_its_day import as_of, danger_to
from app.papers.rows import Row
from app.typesetting.text import Quiet, Words, runs_of

_LEAD = "Of the young people in this case: "


def standing(
    words: CaseWords, child: PersonRef, facts: Mapping[Fact, str], today: date
) -> Iterator[Row]:
    """Yield what stands of a child on each fact, and what was said of the whole case after it.

    Each bears its day unless that is `today`; what nobody answered is `NOT_RECORDED`.
    """
    for fact, label in facts.items():
        own, of_all = (words.stands(fact, about) for about in (child, WHOLE_CASE))
        newer = of_all and not (own and own.entry.at >= of_all.entry.at)
        said = (
            _of_all(words, child, of_all, today) if of_all and newer else None,
            as_of(own, today) if own else None,
        )
        yield label, tuple(filter(None, said)) or (NOT_RECORDED,)


def _of_all(words: CaseWords, child: PersonRef, told: Told, today: date) -> Words:
    said = as_of(told, today)
    return (Quiet(_LEAD), *runs_of(said)) if others_in(words.case.people, child) else said


def danger_of(words: CaseWords, child: PersonRef, today: date) -> tuple[str, ...]:
    """Return the runs of what was answered last about danger to a child. Empty without an answer.

    Where another child was harmed too, an answer on the case as a whole stands apart from it: a yes
    always, anything else if nobody has answered of this child.
    """
    if not others_harmed(words.case.people, child):
        return danger_to(words, today, child, WHOLE_CASE)
    own, of_all = danger_to(words, today, child), danger_to(words, today, WHOLE_CASE)
    yes = any(one.said.yes for one in words.case.stands.history(Fact.DANGER, WHOLE_CASE))
    if not of_all or (own and not yes):
        return own
    return (*own, *(("\n",) if own else ()), Quiet(_LEAD), *of_all)
