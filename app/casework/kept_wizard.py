"""The removal wizard as a draft keeps it: light, since every start reads the drafts."""

from collections.abc import Mapping
from contextlib import suppress

import msgspec

from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import Answer
from app.domain.kit.filled import read_answers
from app.removal.questions import StepForm


class KeptWizard(msgspec.Struct, frozen=True):
    """The wizard as far as it was filled in: its page, its route, and what was typed by page.

    `answers` is JSON of the page's questions, `raw` the text typed there that is no answer yet.
    """

    page: int = 0
    route: RouteKind | None = None
    answers: dict[str, msgspec.Raw] = {}
    raw: dict[str, dict[str, str]] = {}


KEPT_UNDER = "wizard"
"""The name under which a draft keeps the wizard, beside the answers of the entry."""


def kept_in(raw: Mapping[str, str]) -> KeptWizard | None:
    """Read the wizard from a draft's raw texts; None when the draft is of the plain form."""
    return msgspec.json.decode(raw[KEPT_UNDER], type=KeptWizard) if KEPT_UNDER in raw else None


def answers_kept(form: type[StepForm], stored: bytes) -> dict[str, Answer]:
    """Read a draft's answers to one form, without answers that this version does not know."""
    found: dict[str, Answer] = {}
    for name, answer in msgspec.json.decode(stored, type=dict[str, msgspec.Raw]).items():
        with suppress(msgspec.ValidationError):
            found |= read_answers(form, msgspec.json.encode({name: answer}))
    return found
