"""What is owed of somebody whom a body asked nobody to speak with, or to contact: say so there.

Source: uk-guidance 3.5: what the police or another body ask is met again wherever it comes up.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from app.domain.case.case import Case
from app.domain.case.people import is_family
from app.domain.forms.bodies import BodyContact
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.support import SupportReview
from app.domain.kit.form import Form
from app.domain.kit.in_short import first_sentence
from app.domain.owed.row import Owed
from app.domain.rules.instructions import Against, in_force

_WITH_FAMILY: Mapping[type[Form], type[Form]] = {
    ParentContact: ParentDecision,
    ParentDecision: ParentDecision,
}
_INSTEAD: Mapping[type[Form], type[Form]] = {
    **_WITH_FAMILY,
    LearnerConversation: ConversationNotHeld,
    SupportReview: SupportReview,
}
"""The forms of what somebody is spoken with for, and where it is recorded that they are not yet."""
_MEETING = (Against.SPEAKING, Against.CONTACT)


def heeding(case: Case, rows: Iterable[Owed]) -> Iterator[Owed]:
    """Yield each row, and with it what a body asked against doing it, while that holds."""
    asked = {
        one.about: first_sentence(one.sentence)
        for one in in_force(case)
        if one.against in _MEETING and isinstance(case.entry(one.entry).form, BodyContact)
    }
    for row in rows:
        whom = next(iter(row.about), "")
        if whom in asked and row.form in _INSTEAD and _is_met(case, whom, row.form):
            because = " · ".join(filter(None, (asked[whom], row.because)))
            yield msgspec.structs.replace(row, because=because, form=_INSTEAD[row.form])
        else:
            yield row


def _is_met(case: Case, whom: str, form: type[Form]) -> bool:
    """Return whether it is this person who is spoken with: no learner is, to tell their family."""
    return form not in _WITH_FAMILY or is_family(case.people[whom])
