"""What entries tell of the events, each with who said so to whom: for letters to agencies."""

from collections.abc import Iterator, Mapping

from app.documents.case_words import NOT_APPLICABLE, NOT_KNOWN, CaseWords
from app.documents.rows import Labels
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

TOLD: Mapping[type[Entry], Labels] = {
    ConcernReceived: {
        ConcernReceived.happened_at: "Said to have happened ",
        ConcernReceived.account: "",
        ConcernReceived.exact_words: "",
    },
    DemandsRecorded: {DemandsRecorded.happened: ""},
    LearnerConversation: {
        LearnerConversation.others: "Others involved: ",
        LearnerConversation.pressure_how: "Pressure: ",
        LearnerConversation.seen_by: "Seen by: ",
        LearnerConversation.exact_words: "",
    },
    AiMadeImagery: {
        AiMadeImagery.made_by: "Made by, as told: ",
        AiMadeImagery.tool: "Program or app: ",
    },
    SignsFound: {SignsFound.how: ""},
    Note: {Note.what: ""},
    Resurfaced: {
        Resurfaced.happened_at: "Said to have happened ",
        Resurfaced.account: "",
        Resurfaced.exact_words: "",
    },
}
"""What each form tells of the events, with the words that lead to it. What imagery shows is not
among them: the college has it in its record, as it was told."""

SAID_BY: Mapping[type[Entry], tuple[object, object]] = {
    ConcernReceived: (ConcernReceived.reported_by, ConcernReceived.told_to),
    DemandsRecorded: (DemandsRecorded.learner, DemandsRecorded.by),
    LearnerConversation: (LearnerConversation.learner, LearnerConversation.held_by),
    AiMadeImagery: (AiMadeImagery.learner, AiMadeImagery.by),
}
"""The questions that say who told it to whom."""


def retold(words: CaseWords, item: Item) -> Iterator[Words]:
    """Give what one entry tells of the events. Nothing where nothing of it may be read."""
    for question, lead in TOLD[type(item.form)].items():
        answer = words.answer(item, question)
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
