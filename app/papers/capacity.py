"""What a learner understands and can decide for themselves, as agencies read it in a letter."""

from collections.abc import Iterator

from app.domain.forms.risk import RiskAssessed, Understanding
from app.domain.kit.answers import PersonRef
from app.domain.kit.wording import lower
from app.papers.case_words import CaseWords
from app.papers.rows import on_day
from app.typesetting.text import Quiet, Words


def capacity_rows(words: CaseWords, learner: PersonRef) -> Iterator[Words]:
    """Yield what the newest assessment that speaks of a learner says they can decide, and why."""
    for entry in reversed(words.each(RiskAssessed)):
        said = [
            row for row in words.rows(entry, RiskAssessed.understanding) if row.learner == learner
        ]
        if said:
            for row in said:
                yield (
                    Quiet(f"{on_day(entry)}, {words.hide.over(row.by)}: "),
                    words.hide.over(_in_words(row)),
                )
            return


def _in_words(row: Understanding) -> str:
    answers = (
        ("Understands consent", row.consent),
        ("Gillick competent", row.competent),
        ("Capacity from 16", row.capacity),
    )
    found = "; ".join(f"{label}: {lower(answer.label)}" for label, answer in answers if answer)
    about = f" ({row.decision})" if row.decision else ""
    return f"{found}{about}. {row.basis} {row.follows}"
