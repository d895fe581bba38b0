"""What entries tell of the events, each with who said so to whom: for letters to agencies."""

from collections.abc import Iterator, Mapping

from app.documents.case_words import NOT_APPLICABLE, NOT_KNOWN, CaseWords
from app.documents.text import Quiet, Words
from app.domain.form import Entry
from app.domain.item import Item
from app.domain.stages.ai_made import AiMadeImagery
from app.domain.stages.close import Resurfaced
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.conversation import LearnerConversation
from app.domain.stages.extortion import DemandsRecorded
from app.domain.stages.found import SignsFound
from app.domain.stages.note import Note

TOLD: Mapping[type[Entry], Mapping[str, str]] = {
    ConcernReceived: {"happened_at": "Said to have happened ", "account": "", "exact_words": ""},
    DemandsRecorded: {"happened": ""},
    LearnerConversation: {
        "others": "Others involved: ",
        "pressure_how": "Pressure: ",
        "seen_by": "Seen by: ",
        "exact_words": "",
    },
    AiMadeImagery: {"made_by": "Made by, as told: ", "tool": "Program or app: "},
    SignsFound: {"how": ""},
    Note: {"what": ""},
    Resurfaced: {"happened_at": "Said to have happened ", "account": "", "exact_words": ""},
}
"""What each form tells of the events, with the words that lead to it. What imagery shows is not
among them: the college has it in its record, as it was told."""

SAID_BY: Mapping[type[Entry], tuple[str, str]] = {
    ConcernReceived: ("reported_by", "told_to"),
    DemandsRecorded: ("learner", "by"),
    LearnerConversation: ("learner", "held_by"),
    AiMadeImagery: ("learner", "by"),
}
"""The questions that say who told it to whom."""


def retold(words: CaseWords, item: Item) -> Iterator[Words]:
    """Give what one entry tells of the events. Nothing where nothing of it may be read."""
    for name, lead in TOLD[type(item.form)].items():
        answer = words.answer(item, name)
        if answer not in {NOT_KNOWN, NOT_APPLICABLE}:
            yield (Quiet(lead), answer) if lead else answer


def source(words: CaseWords, item: Item) -> str:
    """Say who told it to whom, or else who recorded it, with the number of the entry."""
    sealed = item.sealed
    entry = f"entry {sealed.seq}"
    asked = SAID_BY.get(type(item.form))
    if not asked:
        return f"Recorded by {sealed.author.name}, {sealed.author.role}; {entry}"
    by, to = asked
    return f"{words.after('Told by ', item, by)}, {words.after('to ', item, to)}; {entry}"
