"""For agencies: what each parent or carer was told, and what was decided about telling them."""

from collections.abc import Mapping

from app.domain.case.entry import Entry
from app.domain.forms.parents import NOT_TOLD, ParentContact, ParentDecision, Telling
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.moments import write_time
from app.domain.kit.wording import ended
from app.papers.case_words import CaseWords, as_sentence
from app.papers.rows import Labels, also_runs, as_it_happened, happened
from app.typesetting.text import Quiet, Strong, Words

TOLD, NEVER, NOT_NOW = "told", "must not be contacted", "not to be told for now"
_TOLD = {YesNoUnknown.YES: TOLD, YesNoUnknown.NO: "not told"}
_DECIDED = {
    Telling.TELL: "to be told",
    Telling.NOT_NOW: NOT_NOW,
    Telling.NO_CONTACT: NEVER,
}
"""What is decided, as a state: an answer of the form would tell the reader to do it."""


def parents_told(words: CaseWords) -> Mapping[str, list[Words]]:
    """Return the talks with each parent, and the newest decision if they were not told after it.

    A parent known only from a referral is quoted from it.
    """
    lines: dict[str, list[Words]] = {}
    talks = words.each(ParentContact)
    reached = {_parent(entry): entry for entry in talks if _reached(entry)}
    decided = {_parent(entry): entry for entry in words.each(ParentDecision)}
    for parent, entry in decided.items():
        form, talk = entry.form, reached.get(parent)
        assert isinstance(form, ParentDecision)
        told = talk and (form.decision is Telling.TELL or talk.at >= entry.at)
        if not told:
            who = words.answer(entry, ParentDecision.parent)
            lines.setdefault(who, []).append(_decision(words, entry, form))
    for entry in talks:
        lines.setdefault(words.answer(entry, ParentContact.parent), []).append(_talk(words, entry))
    for entry in reversed(words.each(ReferralBackground)):
        for row in words.rows(entry, ReferralBackground.parents):
            who = told_whom(words, row)
            if who not in lines:
                lines[who] = [told_row(words, row)]
    return lines


def told_in_short(words: CaseWords) -> Mapping[str, str]:
    """Return for each parent or carer a few words on whether they know, for a telephone call."""
    short = {
        told_whom(words, row): _TOLD.get(row.told, "not known if told")
        for entry in words.each(ReferralBackground)
        for row in words.rows(entry, ReferralBackground.parents)
    }
    for entry in as_it_happened(words.each(ParentDecision, ParentContact)):
        decides = isinstance(entry.form, ParentDecision)
        who = words.answer(entry, ParentDecision.parent if decides else ParentContact.parent)
        before = short.get(who, "not reached yet")
        match entry.form:
            case ParentDecision(decision=Telling.TELL) if before == TOLD:
                continue
            case ParentDecision(decision=decision):
                short[who] = _DECIDED[decision]
            case _:
                short[who] = TOLD if _reached(entry) else before
    return short


def told_after(words: CaseWords, entry: Entry) -> bool:
    """Return whether a parent or carer was told after what an entry says of their knowing."""
    return any(_reached(talk) and talk.at > entry.at for talk in words.each(ParentContact))


def told_whom(words: CaseWords, row: ParentTold) -> str:
    """Return the name of the parent in a row of a referral, "A parent or carer" if unknown."""
    return words.hide.over(words.case.names.get(row.who or "", "A parent or carer"))


def told_since(words: CaseWords, row: ParentTold, child: PersonRef) -> bool:
    """Return whether a parent whom a referral calls not told has been told by now."""
    stands = words.case.stands.between(Fact.TOLD, row.who or "", child)
    return row.told is not YesNoUnknown.YES and stands is not None and stands.said.yes is True


def told_in_talk(words: CaseWords, row: ParentTold, background: Entry | None) -> bool:
    """Return whether a talk before the background says the same: that this parent was told."""
    talks = [one for one in words.each(ParentContact) if _reached(one) and _parent(one) == row.who]
    return (
        row.told is YesNoUnknown.YES
        and background is not None
        and any(happened(one).at <= background.first for one in talks)
    )


def told_row(words: CaseWords, row: ParentTold) -> Words:
    """Return words on whether they were told, and how or why not."""
    told = _TOLD.get(row.told, "not known if told")
    return (Strong(f"{told}."), f" {as_sentence(words.hide.over(row.how))}")


def _parent(entry: Entry) -> PersonRef:
    """Return the id of the parent of an entry, as two parents may have the same name."""
    assert isinstance(entry.form, ParentContact | ParentDecision)
    return entry.form.parent


def _reached(entry: Entry) -> bool:
    return isinstance(entry.form, ParentContact) and entry.form.reached is YesNoUnknown.YES


def _decision(words: CaseWords, entry: Entry, form: ParentDecision) -> Words:
    """Return a decision and its reason.

    Of whom nobody tells the first reason stands too: a later one only says that it holds.
    """
    first = _first_of(words, form) if form.decision in NOT_TOLD else entry
    said = _decided(words, first)
    if first is entry:
        return said
    when = Quiet(f" Looked at again on {write_time(form.decided_at)}: ")
    asked = also_runs(words, entry, _ASKED_FIRST)
    return (*said, when, ended(words.answer(entry, ParentDecision.why)), *asked)


def _decided(words: CaseWords, entry: Entry) -> tuple[str, ...]:
    form = entry.form
    assert isinstance(form, ParentDecision)
    when = Quiet(f"{write_time(form.decided_at)}: ")
    why = ended(words.answer(entry, ParentDecision.why))
    asked = also_runs(words, entry, _ASKED_FIRST)
    return (when, Strong(f"{form.decision.label}."), f" {why}", *asked)


_ASKED_FIRST: Labels = {ParentDecision.consulted: "Asked first"}


def _first_of(words: CaseWords, newest: ParentDecision) -> Entry:
    """Return the decision since which the same is decided of this parent and this child."""
    first: list[Entry] = []
    for entry in words.each(ParentDecision):
        form = entry.form
        assert isinstance(form, ParentDecision)
        if (form.parent, form.child) == (newest.parent, newest.child):
            first = [*first, entry] if form.decision is newest.decision else []
    return first[0]


def _talk(words: CaseWords, entry: Entry) -> Words:
    form = entry.form
    assert isinstance(form, ParentContact)
    when, told = f"{write_time(form.at)}: ", "Not reached."
    if _reached(entry):
        when, told = f"Told on {when}", ended(words.answer(entry, ParentContact.told))
    return (Quiet(when), told, *also_runs(words, entry, _IN_THE_TALK))


_IN_THE_TALK: Labels = {
    ParentContact.present: "Also there",
    ParentContact.wider: "And of the pressures young people are under",
    ParentContact.said: "They said",
    ParentContact.exact_words: "In their words",
}
