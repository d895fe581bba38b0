"""What a document says besides the record: contacts in date, rules for staff, and what is due."""

import msgspec

from app.casework.route_rows import route_rows
from app.casework.session import Session
from app.casework.setup import help_for
from app.domain.case.case import Case, State
from app.domain.kit.moments import write_day
from app.domain.rules.clocks import due_in
from app.domain.rules.directory import Contact
from app.papers.kinds import Offer
from app.typesetting.content import NO_SUPPLEMENT, Help, Supplement


def supplement_for(session: Session, case: Case, offer: Offer) -> Supplement:
    """Gather what one document's kind asks for, as it stands today."""
    kind = offer.kind
    helps = help_for(session, kind.help) if kind.help else ()
    card = session.cards.get(kind.stage) if kind.rules else None
    due = kind.due and case.state is State.OPEN
    return Supplement(
        help=tuple(map(_as_printed, helps)),
        do=card.do if card else (),
        do_not=card.do_not if card else (),
        checked=f"{card.source}. Checked {write_day(card.checked)}." if card else "",
        due=due_in(case, session.clocks) if due else (),
        route=route_rows(session, case, offer.subject.entry or "") if kind.route else (),
    )


def write_supplement(supplement: Supplement) -> str | None:
    """Write it into the register, so that the same document can be made again; None for nothing."""
    return None if supplement == NO_SUPPLEMENT else msgspec.json.encode(supplement).decode()


def read_supplement(written: str | None) -> Supplement:
    """Read it as `write_beside` wrote it."""
    return msgspec.json.decode(written, type=Supplement) if written else NO_SUPPLEMENT


def _as_printed(contact: Contact) -> Help:
    return Help(
        name=contact.name,
        purpose=contact.purpose,
        number=contact.number,
        address=contact.address,
        hours=contact.hours,
    )
