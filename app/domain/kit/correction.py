"""What a correction asks besides the form it corrects."""

from typing import Annotated

from app.domain.kit.answers import Words
from app.domain.kit.form import Ask, Row


class WhyCorrected(Row, frozen=True, kw_only=True):
    """Why an entry is put right. Both stay readable."""

    corrects_why: Annotated[
        Words,
        Ask(
            "What was wrong, and why it is corrected",
            help="The earlier entry stays as it is and points to this one.",
        ),
    ]
