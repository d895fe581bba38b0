"""Found out: the answer to a sign that was not known, and how it came to be known."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    AdultInvolved,
    Coercion,
    Extortion,
    HarmNow,
    Under13,
    UnusualActs,
    When,
)
from app.domain.kit.answers import StaffMember, Words
from app.domain.kit.form import Ask, Form, Offered
from app.domain.kit.stage import Stage


class SignsFound(Form, tag="signs_found", frozen=True, kw_only=True):
    """Answer what was open. “Not known” is never “no”, and a yes opens the decision again."""

    stage: ClassVar[Stage] = Stage.DECISION
    title: ClassVar[str] = "Signs answered"
    happened_in: ClassVar[str] = "found_at"
    offer: ClassVar[Offered] = Offered.ANY_TIME

    found_at: When
    found_by: Annotated[StaffMember, Ask("Asked or found out by")]
    how: Annotated[Words, Ask("How it is known", help="From whom, and in which words.", retold="")]
    adult: AdultInvolved = None
    coercion: Coercion = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None
