"""What a case, or a form being typed, says of each sign that calls for referral."""

from collections.abc import Iterable, Mapping

import msgspec

from app.domain.case.ages import adults_among, adults_at_events, day_of_event, speaks_of_ages
from app.domain.case.entry import Entry
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, FormType, given, questions_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign


class SignState(msgspec.Struct, frozen=True):
    """What is known of one sign: the answer that counts, and the entry that gave it."""

    answer: YesNoUnknown | None = None
    entry: EntryId | None = None

    @property
    def said_yes(self) -> bool:
        """Whether the sign is there."""
        return self.answer is YesNoUnknown.YES


def signs_of(items: Iterable[Entry]) -> Mapping[Sign, SignState]:
    """Return what is known of each sign, from entries in order.

    A yes counts until the entry that said it is corrected: a later "no" about something else does
    not undo it. Without a yes the newest answer counts. A learner who took part and was 18 or over
    on the day raises the adult sign without being asked.
    """
    states = dict.fromkeys(Sign, SignState())
    ages: list[Entry] = []
    for entry in items:
        said = dict(signs_in(type(entry.form), answers_of(entry.form)))
        if speaks_of_ages(entry.form):
            ages.append(entry)
            if not states[Sign.ADULT].said_yes and adults_at_events(ages):
                said[Sign.ADULT] = YesNoUnknown.YES
        for sign, answer in said.items():
            if not states[sign].said_yes:
                states[sign] = SignState(answer, entry.root)
    return states


def signs_in(form: FormType, answers: Answers) -> Mapping[Sign, YesNoUnknown]:
    """Return the signs that the answers of one form set, sealed or still being typed."""
    said = {
        question.ask.sign: YesNoUnknown(str(answer))
        for question in questions_of(form)
        if question.ask.sign and (answer := answers.get(question.name))
    }
    for sign in getattr(form, "raises", ()):
        said[sign] = YesNoUnknown.YES
    if given(answers, ConcernReceived.scope) is Scope.ADULT or _adult_named(answers):
        said[Sign.ADULT] = YesNoUnknown.YES
    return said


def _adult_named(answers: Answers) -> bool:
    """Return whether a form being typed names a learner who was already 18 on its day."""
    people, day = given(answers, ConcernReceived.people), day_of_event(answers)
    return bool(people and day and adults_among(people, day))
