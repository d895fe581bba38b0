"""What the stages of handling let out: to parents what was agreed with them, and little else."""

import msgspec

from app.disclosure.audience import paragraphs_for
from app.domain.case.bodies import source_of
from app.domain.case.case import Case
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.risk import IncidentKind, RiskAssessed
from app.domain.forms.support import StaffWelfare
from app.domain.kit.answers import Involved
from app.domain.kit.record import Audience
from tests.casefold import DSL, concern_case
from tests.domain.people_of_two import (
    ANSWERED,
    AT,
    CALLED,
    MET,
    NOT_TOLD,
    PARENTS,
    POLICE,
    RISK,
    TALKED,
)


def with_people(entry, person):
    """Leave one person alone named in a concern."""
    if not isinstance(entry.form, ConcernReceived):
        return entry
    form = msgspec.structs.replace(entry.form, people=(Involved(person),))
    return msgspec.structs.replace(entry, form=form)


def words(case, audience, about=None):
    return [said.words for said in paragraphs_for(case, audience, about)]


def released_to_parents(case):
    """Release everything, each entry from the source it really has."""
    referrals = case.body_referrals
    return Case(
        tuple(
            msgspec.structs.replace(
                entry,
                sealed=msgspec.structs.replace(
                    entry.sealed, audience=Audience.PARENTS, source=source_of(entry.form, referrals)
                ),
            )
            for entry in case.entries
        )
    )


def test_what_the_police_said_never_reaches_parents_however_it_is_released():
    case = released_to_parents(
        concern_case((BodyReferralOpened, POLICE), (BodyContact, CALLED), (BodyOutcome, ANSWERED))
    )
    read = words(case, Audience.AGENCIES)
    assert "Blackmail." in read
    assert {CALLED["said"], ANSWERED["why"], ANSWERED["told_by"]} <= set(read)
    only_child = case.people["ava"].person
    of_one = Case(tuple(with_people(entry, only_child) for entry in case.entries))
    read = words(of_one, Audience.PARENTS, "ava")
    assert "Blackmail." in read
    assert not {CALLED["said"], ANSWERED["why"], ANSWERED["told_by"]} & set(read)


def test_a_parent_reads_what_was_agreed_with_them_and_never_with_the_other():
    met = (ParentContact, MET | {"agreed": "She stays with her aunt."})
    case = concern_case(PARENTS, met, (ParentDecision, NOT_TOLD | {"safety": "He shouts."}))
    assert words(case, Audience.PARENTS, "dee") == ["She stays with her aunt."]
    assert words(case, Audience.PARENTS, "karl") == []


def test_the_dsls_own_view_and_kind_of_incident_stay_with_the_dsl():
    kept = {"noticed": "She looked away."}
    case = concern_case(
        (LearnerConversation, TALKED | kept),
        (RiskAssessed, RISK | {"incident": IncidentKind.RECKLESS}),
        (StaffWelfare, {"who": DSL, "by": DSL, "at": AT, "why": "Heard it.", "offered": "Time."}),
    )
    secret = {*kept.values(), IncidentKind.RECKLESS.label, "Heard it.", "Time."}
    assert secret <= set(words(case, Audience.DSL))
    for audience in set(Audience) - {Audience.DSL}:
        assert not secret & set(words(case, audience))
