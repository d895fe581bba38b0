"""The gate before a concern is said to be outside the guidance: leaving hides nothing."""

from collections.abc import Iterator

from app.domain.case.case import Case, within_guidance
from app.domain.case.signs import signs_in
from app.domain.forms.asked import ImageryKind
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.gates.asked import GateProblem, gate_problem
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import Answers, Form, FormType, given
from app.domain.kit.record import EntryId
from app.domain.kit.sources import Cited
from app.domain.owed.table import in_words, never_left, owed_in

_SOURCE = Cited.STAFF_SCOPE


def leaving_hides_nothing(
    form: FormType, answers: Answers, case: Case | None, corrects: EntryId | None
) -> Iterator[GateProblem]:
    """Refuse “outside the guidance” while a sign is yes, imagery is altered, or something runs.

    It is asked of a new concern, of one put right, and of any later one; closing is the way out.
    Where something else of the case is within it, the case is not left.
    """
    if form is not ConcernReceived or given(answers, ConcernReceived.scope) is not Scope.NO_IMAGERY:
        return
    yes = [sign.label for sign, said in signs_in(form, answers).items() if said is YesNoUnknown.YES]
    if yes:
        yield gate_problem(
            ConcernReceived.scope,
            f"“{yes[0]}” is answered yes, so this cannot be left outside the guidance.",
            "Say which holds: choose the kind of incident it is, or “Not clear yet”, or put the "
            "answer right.",
            _SOURCE,
        )
    if ImageryKind.ALTERED in (given(answers, ConcernReceived.imagery) or ()):
        yield gate_problem(
            ConcernReceived.scope,
            "AI-made or altered imagery is imagery like any other.",
            "Say which holds: choose the kind of incident it is, or take “AI-made or altered” out.",
            _SOURCE,
        )
    stays = case and any(map(within_guidance, _other_events(case, corrects)))
    left = _left_behind(case) if case and not stays else ()
    if left:
        yield gate_problem(
            ConcernReceived.scope,
            f"This would leave behind: {'; '.join(left)}.",
            "Keep the case open until each is settled, and then close it.",
            _SOURCE,
        )


def _left_behind(case: Case) -> tuple[str, ...]:
    return in_words(case, (row for row in owed_in(case) if never_left(case, row)))


def _other_events(case: Case, corrects: EntryId | None) -> Iterator[Form]:
    """Yield what a case was told of, but not the concern that is put right."""
    own = case.entry(corrects).root if corrects else None
    yield from (one.form for one in case.current if one.root != own and one.form.is_event)
