"""What the wizard need not ask: the case, a copy in its ledger or an earlier request says it.

Only facts are prefilled, each where the user sees it and can change it.
"""

from collections.abc import Mapping

from app.domain.case.case import Case
from app.domain.case.copies import Copy
from app.domain.forms.copies import HolderKind
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.answers import Answer, Role, YesNoUnknown
from app.domain.kit.form import name_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.removal.catalogue import Catalogue, ServiceKind
from app.removal.flow import Rung
from app.removal.questions import Safety, Sent, WhatToRemove, Wording
from app.removal.situation import AccountHolder

_REACHED: Mapping[HolderKind, YesNoUnknown] = {
    HolderKind.PAGE: YesNoUnknown.YES,
    HolderKind.GROUP: YesNoUnknown.NO,
    HolderKind.DEVICE: YesNoUnknown.NO,
    HolderKind.BACKUP: YesNoUnknown.NO,
}
"""Whether a copy is public, for each holder that answers this."""
_HAS_ACCOUNT: Mapping[DoneBy, AccountHolder] = {
    DoneBy.LEARNER: AccountHolder.LEARNER,
    DoneBy.WITH_LEARNER: AccountHolder.LEARNER,
    DoneBy.HOLDER: AccountHolder.OTHER,
    DoneBy.PARENT: AccountHolder.OTHER,
}


def known_at_first(
    case: Case, services: Catalogue, *, mailbox: str = "", copy: str = "", after: EntryId = ""
) -> dict[str, Answer]:
    """Return the answers that are known when the wizard opens, by question name.

    For a `copy` in the ledger, or for the next route `after` an earlier request.
    """
    found: dict[str, Answer] = {}
    shown = [key for key, known in case.people.items() if Role.PICTURED in known.roles]
    if len(shown) == 1:
        found[name_of(WhatToRemove.learner)] = shown[0]
    if copy:
        found[name_of(WhatToRemove.copy)] = copy
    if exploited := exploited_in(case):
        found[name_of(Safety.exploited)] = exploited
    if mailbox:
        found[name_of(Wording.contact)] = mailbox
    return found | (known_after(case, services, after) if after else {})


def known_of_route(rung: Rung) -> dict[str, Answer]:
    """Return who makes a request, if its route allows only one."""
    return {name_of(Sent.done_by): rung.done_by[0]} if len(rung.done_by) == 1 else {}


def known_of_copy(copy: Copy, services: Catalogue) -> dict[str, Answer]:
    """Return what a copy in the ledger already answers.

    That is its service, and whether it is public.
    """
    found: dict[str, Answer] = {}
    if service := services.called(copy.row.service or ""):
        found[name_of(WhatToRemove.service)] = service.name
    if copy.row.held_by in _REACHED:
        found[name_of(WhatToRemove.public)] = _REACHED[copy.row.held_by]
    return found


def known_after(case: Case, services: Catalogue, request: EntryId) -> dict[str, Answer]:
    """Return what an earlier request answers of the first questions, for the next route.

    A request for every copy answers nothing about a single one.
    """
    opened = case.requests[request].opened
    copy = case.copies.get(opened.copy or "")
    found: dict[str, Answer] = known_of_copy(copy, services) if copy else {}
    service = services.by_id(opened.service or "")
    if copy and service and service.kind not in {ServiceKind.NATIONAL, ServiceKind.SEARCH}:
        found[name_of(WhatToRemove.service)] = service.name
    if copy:
        found[name_of(WhatToRemove.copy)] = copy.key
    if opened.where_it_is:
        found[name_of(WhatToRemove.where_it_is)] = opened.where_it_is
    if opened.route is RouteKind.IN_APP and opened.done_by in _HAS_ACCOUNT:
        found[name_of(WhatToRemove.account)] = _HAS_ACCOUNT[opened.done_by]
    return found


def exploited_in(case: Case) -> YesNoUnknown | None:
    """Return whether the case says there was grooming, a threat or an adult; None if unknown.

    It is no only when all three were answered no.
    """
    signs = {case.signs[sign].answer for sign in (Sign.ADULT, Sign.COERCION, Sign.EXTORTION)}
    if YesNoUnknown.YES in signs:
        return YesNoUnknown.YES
    return YesNoUnknown.NO if signs == {YesNoUnknown.NO} else None
