"""The letter to the police: what would identify somebody online, and what they demand."""

from collections.abc import Iterator
from datetime import date

from app.domain.case.entry import Entry
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.extortion import DemandsRecorded, Payment
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import PersonKind, YesNoUnknown
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.stage import Sign
from app.domain.kit.wording import write_money
from app.papers.agency_words import PoliceWords, known_and_open
from app.papers.case_words import ASK_COLLEGE
from app.papers.of_its_day import as_of, asked_then, tonight
from app.papers.police_background import newest_of_each
from app.papers.rows import Labels, Row, asked, happened
from app.typesetting.text import Quiet, Words

_DEMANDS: Labels = {
    DemandsRecorded.first_at: "First contact",
    DemandsRecorded.last_at: "Last contact by then",
    DemandsRecorded.moved_to: "Talk moved to",
    DemandsRecorded.writes_from: "Seems to write from",
    DemandsRecorded.demands: "Demanded",
    DemandsRecorded.deadline: "Day or hour they set",
    DemandsRecorded.pay_to: "Where money was to go",
    DemandsRecorded.threats: "Threats, word for word",
    DemandsRecorded.threatened: "Threatened to send it to",
    DemandsRecorded.carried_out: "Any threat carried out",
}
_NOT_ASKED = {
    YesNoUnknown.YES: "Answered yes. What is demanded is not recorded; ask the college",
    YesNoUnknown.NO: "Asked about, and answered: no",
    YesNoUnknown.NOT_KNOWN: "Asked about, and answered: not known",
    None: "Not asked about yet",
}
"""What is said of demands where no entry tells of any: the sign as it was answered."""


def online(words: PoliceWords, today: date) -> Iterator[Row]:
    """Yield what would identify somebody online, as typed. No link in it can be opened."""
    told = words.each(DemandsRecorded)
    between: Labels = {BodyReferralOpened.between: "First and last contact, as told"}
    people = [known.person for known in words.case.people.values()]
    named = tuple(one.name for one in people if one.kind is PersonKind.ACCOUNT)
    opened = () if told else asked(words, words.opened, between)
    yield from known_and_open((("Accounts and services", _services(words, today)), *opened))
    if named:
        yield "Named in the case", named
    for entry in told:
        yield from known_and_open(_demands(words, entry, today))
    if not told:
        yield "Demands", (Quiet(_NOT_ASKED[words.case.signs[Sign.EXTORTION].answer]),)
    yield "Times", (Quiet("All times in this letter are those of the United Kingdom."),)


def _services(words: PoliceWords, today: date) -> tuple[Words, ...]:
    """Return the accounts and services as told to this body, or else as told to social care."""
    own = words.told_of(words.opened, BodyReferralOpened.accounts)
    if own:
        return (own.answer,)
    newest = newest_of_each(words, ReferralBackground.services_used)
    return tuple(as_of(told, today) for told in newest.values()) or (ASK_COLLEGE,)


def _demands(words: PoliceWords, entry: Entry, today: date) -> Iterator[Row]:
    learner = words.answer(entry, DemandsRecorded.learner)
    yield "Demands, as told by", (f"{learner}, {write_time(happened(entry))}",)
    used = words.rows(entry, DemandsRecorded.accounts)
    lines = (
        ", ".join(filter(None, (u.name, u.service, u.address, u.user_id and f"ID {u.user_id}")))
        for u in used
    )
    yield "Demands came from", tuple(lines) or (ASK_COLLEGE,)
    yield from asked_then(words, entry, _DEMANDS, today)
    paid = tuple(map(_paid, words.rows(entry, DemandsRecorded.paid)))
    yield "Paid or handed over", paid or (ASK_COLLEGE,)
    assert isinstance(entry.form, DemandsRecorded)
    advice = tuple(one.label for one in entry.form.advice)
    yield "The learner was advised", advice or (ASK_COLLEGE,)
    yield from tonight(words, entry, today)


def _paid(payment: Payment) -> str:
    on = write_day(payment.on) if payment.on else ""
    return ", ".join(filter(None, (write_money(payment.amount), on, payment.how)))
