"""The gates around copies: removal before deletion, holds, repeated and statutory requests."""

from collections.abc import Iterable, Iterator

from app.domain import names
from app.domain.case.copies import Copy, copy_questions, entry_of_copy
from app.domain.case.requests import Request
from app.domain.forms.copies import ENDS, CopyChanged, CopyState
from app.domain.forms.deletion import DELETES, DeletionDecided, HoldLifted
from app.domain.forms.requests import RemovalReply, RemovalRequested, Statement
from app.domain.forms.routes import FROM_THE_DEVICE, RouteKind, waits
from app.domain.gates.asked import HOLD, GateProblem, ToSeal, gate_problem
from app.domain.gates.lifting import said_in_a_contact
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.sources import Cited
from app.domain.rules.holds import because, holds_on, who_lifts

_ORDER = Cited.REMOVAL_TOOLS
_STATUTORY = Cited.STATUTORY_REPORT
_LEDGER = Cited.STAFF_TALKING


def removal_before_deletion(asked: ToSeal) -> Iterator[GateProblem]:
    """Require that the two services that need the file were used or considered before deletion."""
    if asked.get(DeletionDecided.decision) not in DELETES or asked.words(DeletionDecided.removal):
        return
    if not any(one.opened.route in FROM_THE_DEVICE for one in asked.case.requests.values()):
        yield gate_problem(
            DeletionDecided.removal,
            "Once the file is deleted, Report Remove and Take It Down can no longer be used.",
            "Record the request made there, or write why neither was used.",
            _ORDER,
        )


def gone_despite_a_hold(asked: ToSeal) -> Iterator[GateProblem]:
    """Require how it came that a copy was asked for, or is gone, during a hold."""
    state = asked.get(CopyChanged.state)
    if state not in ENDS or not holds_on(asked.case) or asked.words(CopyChanged.despite):
        return
    asked_for = "It was asked for" if state is CopyState.ASKED else "It is said to be gone"
    who = who_lifts(*holds_on(asked.case))
    yield gate_problem(
        CopyChanged.despite,
        f"{asked_for} while deletion is held.",
        f"Ask {who} and record the agreement under “{HoldLifted.title}”, or write how "
        "it came and whom you told.",
        HOLD,
    )


def request_is_held(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a contact in which whoever lifts a hold agreed to a request, or why it went on."""
    holds, route = holds_on(asked.case), asked.get(RemovalRequested.route)
    if not holds or not route or not waits(route):
        return
    if asked.words(RemovalRequested.despite):
        return
    if asked.get(RemovalRequested.hold_agreed) is YesNoUnknown.YES:
        at = asked.get(RemovalRequested.sent_at)
        yield from said_in_a_contact(
            asked, RemovalRequested.agreed_in, holds, at, otherwise=_despite(route)
        )
    else:
        yield gate_problem(
            RemovalRequested.hold_agreed,
            f"Removal is held: {because(*holds)}.",
            f"Ask {who_lifts(*holds)} first, and say that they agreed; or {_despite(route)}.",
            HOLD,
        )


def _despite(route: RouteKind) -> str:
    """Describe how a request goes on without an agreement: a gate explains, and never traps."""
    if route not in FROM_THE_DEVICE:
        return "write below why it could not wait"
    return (
        "write below why the learner’s own report did not wait: it may be made now if the learner "
        "wants it now"
    )


def asked_once(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse a second, equal request while the first still waits: it slows both down."""
    open_already = next((one for one in asked.case.requests.values() if _same(one, asked)), None)
    if open_already and not asked.correcting and not asked.words(RemovalRequested.again):
        sent = write_day(day_of(open_already.opened.sent_at))
        yield gate_problem(
            RemovalRequested.again,
            f"The same was asked on {sent}, and the answer is still to come.",
            f"Record “{RemovalReply.title}” for it, or write why it is asked again.",
            _LEDGER,
        )


def every_statement_made(asked: ToSeal) -> Iterator[GateProblem]:
    """Require all six statements of a statutory report."""
    if asked.get(RemovalRequested.route) is not RouteKind.STATUTORY:
        return
    made = asked.get(RemovalRequested.statements) or ()
    missing = [one.label for one in Statement if one not in made]
    if made and missing:
        yield gate_problem(
            RemovalRequested.statements,
            f"A statutory report states all six; missing: {'; '.join(missing)}.",
            "Add them to the report, or choose another route.",
            _STATUTORY,
        )


def rows_stay_in_their_place(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to remove a copy in a correction while other entries point to copies by place.

    A row of the same entry that points to another is corrected together with it.
    """
    if asked.corrects is None:
        return
    root, copies = asked.case.entry(asked.corrects).root, asked.case.copies
    own = {key for key, copy in copies.items() if copy.entry == root}
    for question in copy_questions(asked.form):
        rows = asked.answers.get(question.name)
        kept = len(rows) if isinstance(rows, tuple) else 0
        if kept < len(own) and own & _spoken_of(copies.values()):
            yield gate_problem(
                question,
                "Other entries speak of these copies by their place.",
                "Keep every row and put it right where it stands, or say under "
                f"“{CopyChanged.title}” what is known now.",
                _LEDGER,
            )


def _spoken_of(copies: Iterable[Copy]) -> set[str]:
    """Return the keys of the copies that another entry points at."""
    found = set()
    for copy in copies:
        if copy.changes or copy.requests:
            found.add(copy.key)
        if copy.came_from and entry_of_copy(copy.came_from) != copy.entry:
            found.add(copy.came_from)
    return found


def _same(request: Request, asked: ToSeal) -> bool:
    """Return whether an open request asks the same service for the same copy by the same route."""
    opened = request.opened
    return (
        request.waiting
        and opened.route is asked.get(RemovalRequested.route)
        and (opened.copy or "") == asked.words(RemovalRequested.copy)
        and _same_service(opened, asked)
    )


def _same_service(opened: RemovalRequested, asked: ToSeal) -> bool:
    """Return whether the service is the same: by key, or by name where one of them has no key."""
    if opened.service and (service := asked.words(RemovalRequested.service)):
        return opened.service == service
    return names.same(opened.service_name, asked.words(RemovalRequested.service_name))
