"""Person details: what a referral asks about a child and their household."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import FamilyOf, NamesParent, SafeReach, Unsafe
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    Involved,
    Line,
    Nation,
    PersonKind,
    PersonRef,
    Role,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Offered, Row, not_in_future, said_yes
from app.domain.kit.moments import Moment, birth_day
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class PartChanged(Form, tag="part_changed", frozen=True, kw_only=True):
    """Record that somebody’s part is another than was thought. What was thought before stays."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    in_short: ClassVar[str] = "{person} is now: {roles}. {why}"
    title: ClassVar[str] = "Part changed"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    happened_in: ClassVar[str] = "since"

    person: Annotated[PersonRef, Ask("Person")]
    roles: Annotated[
        tuple[Role, ...],
        Ask("All the parts they have now", help="Someone may be harmed and have shared it too."),
    ]
    since: Annotated[Moment, Ask("Known since", check=not_in_future)]
    why: Annotated[Words, Ask("How this is known", reason=True)]


class PeopleMerged(Form, tag="people_merged", frozen=True, kw_only=True):
    """Say that two records are one person. Both stay readable, and are read as one from now on."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    in_short: ClassVar[str] = "{keep} and {other} are {same?one person|two people}. {why}"
    title: ClassVar[str] = "Two records of one person"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.OWN,)
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    apart: ClassVar[tuple[str, ...]] = ("keep", "other")

    keep: Annotated[PersonRef, Ask("Record that stays")]
    other: Annotated[PersonRef, Ask("Record that is joined to it")]
    same: Annotated[
        YesNoUnknown,
        Ask(
            "Are they the same person?",
            help="Two records joined by mistake come apart again when this is corrected to “no”.",
        ),
    ]
    name: Annotated[
        Line | None,
        Ask(
            "Name from now on",
            help="The other name is kept beside it, so that letters never let it slip.",
            shown_if=said_yes("same"),
            required_if=said_yes("same"),
        ),
    ] = None
    why: Annotated[Words, Ask("How this is known", reason=True)]


class CareStatus(Choice):
    """What children's services already are to a child."""

    NONE = "none", "None known"
    EARLY_HELP = "early_help", "Early help or Family Help"
    IN_NEED = "in_need", "Child in need"
    PROTECTION = "protection", "Child protection plan"
    LOOKED_AFTER = "looked_after", "Looked after"
    CARE_LEAVER = "care_leaver", "Care leaver"


class Relative(Row, frozen=True, kw_only=True):
    """Someone in the household, or close to the child."""

    name: Annotated[Line, Ask("Name")]
    relation: Annotated[Line, Ask("Relationship")]
    born: Annotated[date | None, Ask("Date of birth", check=birth_day)] = None
    responsible: Annotated[YesNoUnknown | None, Ask("Parental responsibility?")] = None
    reached_at: Annotated[Line | None, Ask("Address and telephone")] = None
    needs: Annotated[Line | None, Ask("Ethnicity, language, needs, school")] = None


HowNamed = Annotated[
    Words, Ask("How they came to be named", help="Who said so, and when.", reason=True)
]


class PeopleNamed(Form, tag="people_named", frozen=True, kw_only=True):
    """Add people as their names come up, with the part they have in this."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    in_short: ClassVar[str] = "added to the case: {people}. {why}"
    title: ClassVar[str] = "Add people"
    version: ClassVar[int] = 2

    people: Annotated[
        tuple[Involved, ...],
        Ask(
            "People and their part in it",
            help="Type a name. Someone already in the casebook is offered; anyone else is added.",
        ),
    ]
    parent_of: Annotated[
        PersonRef | None,
        Ask(
            "A parent or carer is named: whose?",
            help="It is said of every parent and carer named above. Name those of another learner "
            "in an entry of their own.",
            who=A_LEARNER,
            shown_if=NamesParent("people"),
        ),
    ] = None
    family_of: FamilyOf = None
    why: HowNamed


class NewParent(Row, frozen=True, kw_only=True):
    """A parent or carer added to the case where a form asks about one."""

    name: Annotated[Line, Ask("Full name")]
    known_as: Annotated[Line | None, Ask("Known as")] = None
    parent_of: Annotated[PersonRef, Ask("Whose parent or carer", who=A_LEARNER)]
    why: HowNamed


class PersonDetails(Form, tag="person_details", frozen=True, kw_only=True):
    """What is known of this person. Leave open what you do not know."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = "details of {person} noted"
    title: ClassVar[str] = "Person details"
    is_whole: ClassVar[bool] = True
    offer: ClassVar[Offered] = Offered.ON_A_CARD

    person: Annotated[PersonRef, Ask("Person", section="Who they are")]
    kind: Annotated[PersonKind, Ask("They are a")]
    name: Annotated[Line, Ask("Full name")]
    known_as: Annotated[Line | None, Ask("Known as, or other names")] = None
    born: Annotated[date | None, Ask("Date of birth", check=birth_day)] = None
    age_said: Annotated[
        Line | None,
        Ask("Age as told, where the date of birth is not certain", example="About 15, she says"),
    ] = None
    group: Annotated[Line | None, Ask("Course, year or job")] = None
    roles: Annotated[tuple[Role, ...], Ask("Part in this case")] = ()
    gender: Annotated[Line | None, Ask("Sex, and gender as they state it")] = None
    ethnicity: Annotated[Line | None, Ask("Ethnicity")] = None
    looks: Annotated[
        Line | None,
        Ask("What they look like", help="Where it is not sure who they are."),
    ] = None
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
    with_them: Annotated[
        Line | None,
        Ask(
            "Whom they need with them when the police speak with them",
            example="An appropriate adult: her aunt; an intermediary",
        ),
    ] = None
    needs: Annotated[Words | None, Ask("Disability, special needs, plans")] = None
    ehcp: Annotated[
        YesNoUnknown | None, Ask("Is there an education, health and care plan (EHCP)?")
    ] = None
    care_needs: Annotated[
        YesNoUnknown | None,
        Ask(
            "Do they need care and support?",
            help="For an illness, a disability, their age or anything else; with or without an "
            "EHCP, and whether or not anybody gives it yet. From 18 adult social care can be told.",
        ),
    ] = None
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
    phone: Annotated[Line | None, Ask("Telephone", help="Home and mobile.", fact=Fact.PHONE)] = None
    reach: SafeReach = None
    unsafe: Unsafe = None
    doctor: Annotated[Line | None, Ask("GP")] = None
    identifier: Annotated[Line | None, Ask("NHS number, UPN, ULN or other identifier")] = None
    nationality: Annotated[
        Line | None, Ask("Nationality or immigration status, where it matters")
    ] = None
    attendance: Annotated[Line | None, Ask("Attendance")] = None
    status: Annotated[
        CareStatus | None,
        Ask("Known to children’s services", section="Services and household", fact=Fact.PLANS),
    ] = None
    has_social_worker: Annotated[
        YesNoUnknown | None,
        Ask("Is there a social worker now, or was there one?", fact=Fact.SOCIAL_WORKER),
    ] = None
    social_worker: Annotated[Line | None, Ask("Social worker and authority")] = None
    home_authority: Annotated[
        Line | None,
        Ask("Home authority", help="Where they live. A referral goes there, not where they study."),
    ] = None
    nation: Annotated[Nation | None, Ask("Nation they live in")] = None
    orders: Annotated[Line | None, Ask("Legal orders, private fostering")] = None
    household: Annotated[tuple[Relative, ...], Ask("Household and family")] = ()
    visits: Annotated[Line | None, Ask("Who else visits or stays there")] = None
    live_apart: Annotated[
        YesNoUnknown | None, Ask("Do their parents or carers live apart?", fact=Fact.APART)
    ] = None
    visitor_risk: Annotated[
        Line | None, Ask("Known risk to visiting staff", fact=Fact.VISITORS)
    ] = None
    may_contact: Annotated[
        Words | None,
        Ask("Who may be contacted, and who must not be, with the reason", fact=Fact.MAY_CONTACT),
    ] = None
