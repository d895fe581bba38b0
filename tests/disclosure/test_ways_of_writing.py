"""Somebody who does not want to be found out writes a name in many ways; each is a leak."""

from datetime import date

import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.leak import leaks_in
from app.disclosure.traces import Trace
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleNamed, PersonDetails, Relative
from app.domain.forms.sharing import IdentifyingFact
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.domain.people_of_two import MET, PARENTS
from tests.grids import in_each

CALLUM = Person(
    id="cal",
    kind=PersonKind.LEARNER,
    name="Callum Baker",
    known_as="Cal, @cal_b09",
    born=date(2009, 3, 14),
    group="Level 2 Bricklaying, Tutor group BR2B",
)
MARIA = Person(id="maria", kind=PersonKind.PARENT, name="Maria Reyes-Baker")
DETAILS = {
    "person": "cal",
    "kind": CALLUM.kind,
    "name": CALLUM.name,
    "known_as": CALLUM.known_as,
    "born": CALLUM.born,
    "group": CALLUM.group,
    "address": "27 Tannery Close, Exampleton EX1 6LN",
    "phone": "07700 900342, callum.b@pupil.example",
    "identifier": "ULN 4410937725; student no. S-20917",
    "household": (
        Relative(name=MARIA.name, relation="Mother"),
        Relative(name="Tobias Baker", relation="Brother", born=date(2012, 11, 2)),
    ),
}
NAMED = {"people": (Involved(CALLUM), Involved(MARIA, (Role.FAMILY,))), "why": "Ava said."}
CAR = {"about": "cal", "words": "BD51 SMR", "why": "His mother's car."}
THEIRS = (
    (PeopleNamed, NAMED),
    (PersonDetails, DETAILS),
    (IdentifyingFact, CAR),
)
CASE = concern_case(PARENTS, (ParentContact, MET), *THEIRS)
READERS = (
    (Audience.PARENTS, "dee"),
    (Audience.LEARNER, "ava"),
    (Audience.SERVICES, None),
    (Audience.STAFF, None),
    (Audience.GOVERNORS, None),
)
NAMES = """
Callum|Callum's|Callums|CALLUM|callum|Baker, Callum|BAKER Callum|callumbaker|callum_baker|C.B.|CB
C B|C. Baker|Callum B.|Baker, C.|C-Baker|Callum-Baker|her brother Callum|Tobias|Toby
Mrs Baker|the Bakers|Ms Reyes|Reyes Baker|M. R.-B.|callum.baker@pupil.example
cbaker@x.example|cbaker09@x.example
C a l l u m|C.a.l.l.u.m|C-a-l-l-u-m|c  a  l  l  u  m|Call um|Ca llum
c4llum|C@llum|ca11um|c4l1um_b4k3r|C4LLUM|CaIIum|Callurn|C*llum|C***um|xXCallumXx|AvaCallum
callum123|Callum2009|@iamcallum|team_callum|#callumbaker|Kallum|Calum|Callem|Callm|Cullum
"""
UNLIKE = (
    "C\u0430llum",
    "\u0421\u0430llum",
    "Ca\u029f\u029fum",
    "\uff23\uff41\uff4c\uff4c\uff55\uff4d",
    "\U0001d402\U0001d41a\U0001d425\U0001d425\U0001d42e\U0001d426",
    "\u24b8\u24d0\u24db\u24db\u24e4\u24dc",
    "\U0001f172\U0001f170\U0001f17b\U0001f17b\U0001f184\U0001f17c",
    "Cal\u00adlum",
    "Cal\u200blum",
    "C\u0336a\u0336llum",
    "Ca\u0301llum",
)
BELONGINGS = """
@cal_b09|cal b 09|CALB09|4410937725|441 093 7725|4410 9377 25|S-20917|S20917|20917
callumb@pupil.example|BD51 SMR|bd51smr|BD 51 SMR|27 Tannery Close|27, Tannery Cl.|Tannery Cl
EX1-6LN|ex16ln|BR2B|br2b|BR 2B|L2 Bricklaying|Bricklaying Level 2|level 2 bricklaying
07700900342|+447700900342|0044 7700 900 342|07700.900.342|900342|900 342
"""
DATES = """
14/03/2009|14.3.09|14 March 2009|14th of March 2009|2009-03-14|14-03-09|14 Mar 2009|March 14, 2009
March 14th, 2009|the 14th of March, 2009|14 March '09|14032009|20090314|03/14/2009
14MAR2009|fourteenth of March 2009|14 Mawrth 2009|born on 14 March|birthday is March 14th
his birthday, 14/03|2/11/2012|2 November 2012
"""


def told(words, audience=Audience.PARENTS, about="dee", case=CASE):
    return leaks_in([f"She stays with her aunt. So {words} came up."], case, audience, about)


def listed(text):
    return [way for way in text.replace("\n", "|").split("|") if way]


@in_each("written", [*listed(NAMES), "Cal-\nlum", "Callum\nBaker", *UNLIKE], ascii)
def test_a_name_is_found_however_it_is_written(written):
    for audience, about in READERS:
        assert told(written, audience, about), (audience, written)


@in_each("written", listed(BELONGINGS))
def test_what_belongs_to_somebody_is_found_however_it_is_written(written):
    for audience, about in READERS:
        assert told(written, audience, about), (audience, written)


@in_each("written", [*listed(DATES), "14\nMarch 2009"], ascii)
def test_a_date_of_birth_is_found_and_left_out_in_every_usual_writing(written):
    (leak,) = told(written)
    assert (leak.trace, leak.person) == (Trace.BORN, "cal")
    hide = Disguise.of(disclosure_for(CASE, Audience.PARENTS, "dee"))
    assert "(a date left out)" in hide.over(f"So {written} came up.")


@pytest.mark.parametrize(
    "written",
    [
        "14 March",
        "14/03",
        "14 March 2026",
        "on 14 March she turned her phone off",
        "14 March 09:30",
        "14 March at 20:09",
        "14/03/26",
        "2009",
        "March 2009",
        "at 14.03",
        "born in March",
        "a birthday party",
    ],
)
def test_the_day_of_an_event_is_no_date_of_birth(written):
    assert told(written) == ()


def test_the_readers_own_date_of_birth_stands_though_another_shares_it():
    ava = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone", "born": CALLUM.born}
    case = concern_case(PARENTS, (ParentContact, MET), *THEIRS, (PersonDetails, ava))
    assert told("Ava, born 14 March 2009,", case=case) == ()


@pytest.mark.parametrize(
    "typed",
    [
        {"address": "c/o Callum Baker, 3 Rose Lane, Exampleton EX2 2XX"},
        {"address": "3 Rose Lane (with Callum), Exampleton EX2 2XX"},
        {"address": "Flat 1, Callum Baker, 3 Rose Lane, Exampleton EX2 2XX"},
        {"earlier_address": "care of the Bakers, 3 Rose Lane"},
        {"name": "Dee Stone, mother of Ava, friend of Callum"},
        {"name": "Dee Stone (for Callum Baker)"},
        {"known_as": "Mum, Callum Baker’s aunt"},
        {"phone": "01632 960111, or Callum’s mother on 07700 900342"},
    ],
)
def test_somebody_else_typed_into_the_readers_own_details_is_still_somebody_else(typed):
    dee = {"person": "dee", "kind": PersonKind.PARENT, "name": "Dee Stone"} | typed
    case = concern_case(PARENTS, (ParentContact, MET), *THEIRS, (PersonDetails, dee))
    (block,) = typed.values()
    assert told(block, case=case)
    own = "Dee Stone of 3 Rose Lane, Exampleton EX2 2XX, 01632 960111"
    assert told(own, case=case) == ()


@pytest.mark.parametrize("street", ["4 Baker Street", "12 Callum Baker Road", "1 Baker House"])
def test_a_street_of_the_readers_own_that_is_called_like_somebody_stands(street):
    home = f"{street}, Exampleton EX2 2XX"
    dee = {"person": "dee", "kind": PersonKind.PARENT, "name": "Dee Stone", "address": home}
    case = concern_case(PARENTS, (ParentContact, MET), *THEIRS, (PersonDetails, dee))
    assert told(home, case=case) == ()
    assert told("Baker", case=case)


@pytest.mark.parametrize(
    "words",
    [
        "call him a calm man",
        "200 calories at a bake sale",
        "a bricklaying room and level 2",
        "A b c d e, and p.m. or a.m.",
        "room 20919, page 900 of 342",
        "20 tanneries and a close friend",
        "log-in abc123, order 66 and H2O",
    ],
)
def test_what_only_looks_like_a_trace_is_none(words):
    assert told(words) == ()


def test_who_is_named_in_a_household_alone_is_called_by_the_child_of_that_household():
    hide = Disguise.of(disclosure_for(CASE, Audience.PARENTS, "dee"))
    assert hide.over("Then Toby rang.") == "Then someone close to another learner (A) rang."
    assert hide.over("Then Ms Baker rang.") == (
        "Then someone in the family of another learner (A) rang."
    )
