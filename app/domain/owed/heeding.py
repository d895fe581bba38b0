"""Beside each thing owed of somebody: that a body asked nobody to speak with or contact them.

Source: uk-guidance 3.5: what the police or another body ask is met again wherever it comes up.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from app.domain.case.case import Case
from app.domain.case.people import is_family
from app.domain.forms.bodies import BodyContact
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.kit.form import Form
from app.domain.kit.in_short import first_sentence
from app.domain.owed.row import Owed
from app.domain.rules.instructions import Against, in_force

_INSTEAD: Mapping[type[Form], type[Form]] = {
    LearnerConversation: ConversationNotHeld,
    ParentContact: ParentDecision,
}
"""Where it is recorded that somebody is not spoken with yet, by the form in which they would be."""
_MEETING = (Against.SPEAKING, Against.CONTACT)


def heeding(case: Case, rows: Iterable[Owed]) -> Iterator[Owed]:
    """Yield each row, and with it what a body asked of whom it is about, while that holds.

    It opens where it is recorded that they are not spoken with, if it is they who would be.
    """
    asked = {
        one.about: first_sentence(one.sentence)
        for one in in_force(case)
        if one.against in _MEETING and isinstance(case.entry(one.entry).form, BodyContact)
    }
    for row in rows:
        whom = next(iter(row.about), "")
        if whom not in asked:
            yield row
            continue
        because = " · ".join(filter(None, (asked[whom], row.because)))
        form = row.form
        if form is not ParentContact or is_family(case.people[whom]):
            form = _INSTEAD.get(form, form)
        yield msgspec.structs.replace(row, because=because, form=form)
