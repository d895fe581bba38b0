"""The wizard's answers about one item: its situation, its ladder, and the entries to seal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from app.casework.recording import missing_now, seal
from app.casework.session import Session
from app.casework.supplement import help_for_child
from app.disclosure.leak import Leak, leaks_in
from app.disclosure.traces import Trace
from app.domain.case.case import Case
from app.domain.case.copies import copy_key
from app.domain.case.imagery import Viewing, viewing
from app.domain.case.marks import normalised
from app.domain.case.requests import Request
from app.domain.forms.copies import CopiesFound, CopyState
from app.domain.forms.requests import RemovalRequested, stated
from app.domain.forms.routes import WRITTEN, RouteKind
from app.domain.kit.answers import Answer, Nation, YesNoUnknown
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, given, name_of
from app.domain.kit.moments import day_of
from app.domain.kit.record import Audience, EntryId
from app.domain.rules.bands import AgeBand, band_on
from app.domain.rules.directory import HelpFor
from app.domain.rules.holds import holds_on
from app.domain.rules.instructions import Against, met_again
from app.domain.rules.learner_card import AgreedWithLearner, card_parts, card_text
from app.papers import removal_pack
from app.papers.kind import WHOLE
from app.papers.kinds import Offer
from app.papers.learner_card import to_ring
from app.papers.rows import reach_line
from app.removal.catalogue import Catalogue, Service
from app.removal.flow import Rung, ladder
from app.removal.questions import (
    AdultNow,
    Agreement,
    Safety,
    Statements,
    WhatToRemove,
    Wording,
    carried,
)
from app.removal.situation import AccountHolder, Earlier, Situation
from app.removal.words import (
    BY_LEARNER,
    Wanted,
    credential_slip,
    ready_text,
    request_text,
    typed_in,
    wording_faults,
)

FOR_A_SERVICE = Offer(removal_pack.KIND, WHOLE)
"""The document that will hold the words: what is let stand in them, may stand in it."""
_OF_EVERY_COPY = (RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.ADULT, RouteKind.CEOP)
"""Routes that cover every copy: one request counts for all of them."""
_NO, _UNKNOWN = YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN


@dataclass(frozen=True)
class Removal:
    """One item to be removed, as far as the wizard has asked: `answers` by question name.

    `draft` is the id of the request to come; sealing it twice records it once.
    """

    session: Session
    case: Case
    services: Catalogue
    draft: EntryId
    answers: Answers
    route: RouteKind | None = None

    def said(self, question: object) -> str:
        """Return an answer as text, by the handle of its question; "" when there is none."""
        return str(self.answers.get(name_of(question)) or "").strip()

    @property
    def service(self) -> Service | None:
        """The service it is at."""
        return self.services.called(self.said(WhatToRemove.service))

    @property
    def held(self) -> bool:
        """Whether there is a hold in the case."""
        return bool(holds_on(self.case))

    @property
    def band(self) -> AgeBand | None:
        """The age band of the learner today; None when it is not known."""
        known = self.case.people.get(self.said(WhatToRemove.learner))
        return band_on(known.person, day_of(self.session.now())) if known else None

    @property
    def where(self) -> str:
        """Where the item is: as typed, else the name of the copy in the ledger."""
        copy = self.case.copies.get(self.said(WhatToRemove.copy))
        return self.said(WhatToRemove.where_it_is) or (
            (copy.row.name or "").strip() if copy else ""
        )

    @property
    def located(self) -> bool:
        """Whether copy and place are known, as a written request needs."""
        return bool(
            (self.said(WhatToRemove.copy) or self.said(WhatToRemove.held_by)) and self.where
        )

    @property
    def situation(self) -> Situation | None:
        """The answers together with what the case says; None until the service is known."""
        if not (service := self.service):
            return None
        return Situation(
            service=service,
            now=self.session.now(),
            band=self.band,
            adult_when_made=_yes_no(self.answers, AdultNow.adult_when_made, _UNKNOWN),
            account=given(self.answers, WhatToRemove.account) or AccountHolder.NOT_KNOWN,
            public=_yes_no(self.answers, WhatToRemove.public, _UNKNOWN),
            in_search=_yes_no(self.answers, Safety.in_search, _NO),
            has_file=_yes_no(self.answers, Safety.has_file, _UNKNOWN),
            exploited=_yes_no(self.answers, Safety.exploited, _UNKNOWN),
            concern=_yes_no(self.answers, Safety.concern, _NO),
            side_content=_yes_no(self.answers, Safety.side_content, _NO),
            holds=holds_on(self.case),
            agreed=given(self.answers, Agreement.hold_agreed) is YesNoUnknown.YES,
            nation=learner_nation(self.answers),
            earlier=tuple(_earlier(self)),
        )

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The ladder for this item."""
        at = self.situation
        return ladder(at, self.services) if at else ()

    @property
    def rung(self) -> Rung | None:
        """The rung of the route taken."""
        return next((rung for rung in self.rungs if rung.route is self.route), None)

    @property
    def text(self) -> str:
        """The text for the chosen route: a request, the learner's card, or what to have ready."""
        rung = self.rung
        if rung is None:
            return ""
        if rung.route in BY_LEARNER:
            learner = self.said(WhatToRemove.learner)
            helps = help_for_child(self.session, HelpFor.LEARNER, self.case, learner)
            talk = tuple(map(reach_line, to_ring(helps)))
            parts = card_parts(self.band, AgreedWithLearner(), talk=talk)
            return f"{card_text(parts)}\n\n\n{credential_slip()}"
        return request_text(_wanted(self, rung)) if rung.route in WRITTEN else ready_text(rung)

    @property
    def faults(self) -> Mapping[str, str]:
        """What stops the text from being sent, by question name: a name, a log-in, two items."""
        if self.rung is None or self.route not in WRITTEN:
            return {}
        told = {field: leaks[0].found for field, leaks in names_told(self).items()}
        return wording_faults(_wanted(self, self.rung), told)

    def request(self) -> dict[str, Answer]:
        """Return the answers of RemovalRequested, as far as they are known."""
        rung = self.rung
        if rung is None:
            return {}
        answers = carried(self.answers) | {
            "route": rung.route,
            "service_name": rung.service.name,
            "service": rung.service.id,
            "where_it_is": self.where or None,
            "text": self.text if rung.route in WRITTEN else None,
        }
        if rung.route is not RouteKind.STATUTORY:
            answers |= {"statements": None, "acting": None}
        return {name: answer for name, answer in answers.items() if answer is not None}

    def missing(self) -> tuple[Problem, ...]:
        """Return what still stops the request from being sealed, gates included."""
        answers = self.request()
        if self.said(WhatToRemove.held_by):
            answers.setdefault("copy", new_copy(self.draft))
        return missing_now(self.session, RemovalRequested, answers, self.case)

    def lacks(self, *questions: object) -> bool:
        """Return whether an answer to one of these questions (handles) is still needed."""
        names = set(map(name_of, questions))
        return any(problem.name in names for problem in self.missing())

    def record(self) -> Case:
        """Seal the request, and before it a copy that is not in the ledger yet.

        Raises what recording.seal raises.
        """
        request, case = self.request(), self.case
        if not request.get("copy") and self.said(WhatToRemove.held_by):
            noted = new_copy(self.draft)
            row = {
                "held_by": given(self.answers, WhatToRemove.held_by),
                "name": self.where,
                "service": self.said(WhatToRemove.service),
                "state": CopyState.KNOWN,
            }
            found = {
                "copies": (row,),
                "at": request["sent_at"],
                "how": given(self.answers, WhatToRemove.how),
            }
            case = seal(self.session, CopiesFound, found, case=case, entry=noted)
            request["copy"] = copy_key(noted, 1)
        if self.draft in case.requests:
            return case
        draft = self.draft
        return seal(self.session, RemovalRequested, request, case=case, draft=draft, entry=draft)


def asked_to_keep(asked: Removal) -> tuple[str, ...]:
    """Return what a body asked the college not to delete, as far as it is of this copy."""
    answers = {name_of(RemovalRequested.copy): asked.said(WhatToRemove.copy) or None}
    met = met_again(asked.case, RemovalRequested, answers, asked.session.now())
    return tuple(one.sentence for one in met if one.against is Against.DELETING)


def learner_nation(answers: Answers) -> Nation:
    """Return the nation where the learner lives, by which bodies and law differ.

    England unless the answer is another.
    """
    return given(answers, Safety.nation) or Nation.ENGLAND


def names_told(removal: Removal) -> Mapping[str, tuple[Leak, ...]]:
    """Return what was typed that may tell who somebody is, by question name.

    It is searched like any document for a service. A handle or an address is needed to find the
    item: of its place only a whole name counts that is written as one, with a space.
    """
    if removal.rung is None or removal.route not in WRITTEN:
        return {}
    wanted = _wanted(removal, removal.rung)
    found = {
        field: leaks_in([text], removal.case, Audience.SERVICES)
        for field, text in (*typed_in(wanted).items(), ("where", wanted.where))
    }
    found["where"] = tuple(filter(_is_whole_name, found["where"]))
    return {field: leaks for field, leaks in found.items() if leaks}


def _is_whole_name(leak: Leak) -> bool:
    return leak.trace in _WHOLE_NAMES and " " in leak.found


_WHOLE_NAMES = frozenset({Trace.NAME, Trace.NICKNAME, Trace.SHORT})


def _wanted(asked: Removal, rung: Rung) -> Wanted:
    at, ticked = asked.situation, given(asked.answers, Statements.statements)
    made = ticked if ticked and rung.route is RouteKind.STATUTORY else ()
    return Wanted(
        rung=rung,
        where=asked.where,
        contact=asked.said(Wording.contact),
        category=asked.said(Wording.category),
        police_reference=asked.said(Wording.police_reference),
        of_an_adult=bool(at and at.of_an_adult),
        first_reference=_first_reference(rung, _earlier(asked)),
        statements=stated(made, given(asked.answers, Statements.acting)),
        statutory_before=any(
            one.route is RouteKind.STATUTORY for one in (at.earlier if at else ())
        ),
        seen=viewing(asked.case) is Viewing.VIEWED,
    )


def _earlier(asked: Removal) -> Iterator[Earlier]:
    copy = asked.said(WhatToRemove.copy)
    for request in asked.case.requests.values():
        if request.opened.route in _OF_EVERY_COPY or _is_about(request, copy, asked.where):
            yield Earlier(
                service=request.opened.service or "",
                route=request.opened.route,
                sent_at=request.opened.sent_at.at,
                state=request.state,
                reference=request.reference or "",
            )


def _yes_no(
    answers: Answers, question: YesNoUnknown | None, otherwise: YesNoUnknown
) -> YesNoUnknown:
    return given(answers, question) or otherwise


def _first_reference(rung: Rung, earlier: Iterable[Earlier]) -> str:
    """Return the reference that a complaint cites: the newest one of the same service."""
    asked = [one for one in earlier if one.service == rung.service.id and one.reference]
    newest = max(asked, key=lambda one: one.sent_at, default=None)
    return newest.reference if newest and rung.route is RouteKind.COMPLAINT else ""


def _is_about(request: Request, copy: str, where: str) -> bool:
    """Return whether a request was about this copy, or about this place if either has no copy."""
    if copy and request.opened.copy:
        return request.opened.copy == copy
    place = normalised(where)
    return bool(place) and normalised(request.opened.where_it_is or "") == place


def new_copy(draft: EntryId) -> EntryId:
    """Return the id of the entry for a copy first named in the wizard: the same each time."""
    return str(uuid5(NAMESPACE_URL, f"copy:{draft}"))
