"""Person details as they were before today’s: frozen, as `older.py` says."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.person import CareStatus, Relative
from app.domain.kit.answers import Line, Nation, PersonKind, PersonRef, Role, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, Offered, said_yes
from app.domain.kit.moments import birth_day
from app.domain.kit.stage import Stage


class PersonDetails1(Form, tag="person_details", frozen=True, kw_only=True):
    """What is known of this person. Leave open what you do not know."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    title: ClassVar[str] = "Person details"
    offer: ClassVar[Offered] = Offered.ON_A_CARD

    person: Annotated[PersonRef, Ask("Person", section="Who they are")]
    kind: Annotated[PersonKind, Ask("They are a")]
    name: Annotated[Line, Ask("Full name")]
    known_as: Annotated[Line | None, Ask("Known as, or other names")] = None
    born: Annotated[date | None, Ask("Date of birth", check=birth_day)] = None
    group: Annotated[Line | None, Ask("Course, year or job")] = None
    roles: Annotated[tuple[Role, ...], Ask("Part in this case")] = ()
    gender: Annotated[Line | None, Ask("Sex, and gender as they state it")] = None
    ethnicity: Annotated[Line | None, Ask("Ethnicity")] = None
    religion: Annotated[Line | None, Ask("Religion")] = None
    language: Annotated[Line | None, Ask("First language", section="Communication and needs")] = (
        None
    )
    interpreter: Annotated[YesNoUnknown | None, Ask("Interpreter or other communication help?")] = (
        None
    )
    interpreter_what: Annotated[
        Line | None, Ask("Which, and for whom", shown_if=said_yes("interpreter"))
    ] = None
    needs: Annotated[Words | None, Ask("Disability, special needs, plans")] = None
    vulnerable: Annotated[
        Words | None,
        Ask(
            "What makes them more vulnerable",
            help="For example bereavement, being a young carer, an earlier harm, being new to the"
            " country. Known facts only.",
        ),
    ] = None
    health: Annotated[Words | None, Ask("Health")] = None
    address: Annotated[Line | None, Ask("Home address", section="Where and how to reach them")] = (
        None
    )
    earlier_address: Annotated[Line | None, Ask("Earlier address")] = None
    phone: Annotated[Line | None, Ask("Telephone")] = None
    doctor: Annotated[Line | None, Ask("GP")] = None
    identifier: Annotated[Line | None, Ask("NHS number, UPN, ULN or other identifier")] = None
    nationality: Annotated[
        Line | None, Ask("Nationality or immigration status, where it matters")
    ] = None
    attendance: Annotated[Line | None, Ask("Attendance")] = None
    status: Annotated[
        CareStatus | None, Ask("Known to children’s services", section="Services and household")
    ] = None
    has_social_worker: Annotated[
        YesNoUnknown | None, Ask("Is there a social worker now, or was there one?")
    ] = None
    social_worker: Annotated[Line | None, Ask("Social worker and authority")] = None
    home_authority: Annotated[
        Line | None,
        Ask("Home authority", help="Where they live. A referral goes there, not where they study."),
    ] = None
    nation: Annotated[Nation | None, Ask("Nation they live in")] = None
    orders: Annotated[Line | None, Ask("Legal orders, private fostering")] = None
    household: Annotated[tuple[Relative, ...], Ask("Household and family")] = ()
    visitor_risk: Annotated[Line | None, Ask("Known risk to visiting staff")] = None
    may_contact: Annotated[
        Words | None, Ask("Who may be contacted, and who must not be, with the reason")
    ] = None
