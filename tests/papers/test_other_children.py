"""Other children in a letter about one: by name where its reader needs it, else “Learner A”."""

import pytest

from app.disclosure.leak import LeakFound, refuse_leaks
from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.sharing import NamedAs, OtherChildNamed
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.record import Audience
from app.papers.kinds import content_of, letters_about
from app.typesetting.content import Section
from tests.casefold import BEN, concern_case
from tests.papers.paper import answers_in, issue, printed, words_of
from tests.papers.test_body_letters import told
from tests.papers.test_social_care import OPENED

ZED = Person(id="zed", kind=PersonKind.LEARNER, name="Zed Quill", group="Year 12")
MORE = (PeopleNamed, {"people": (Involved(ZED),), "why": "Ava said."})
BENS = (
    PersonDetails,
    {"person": "ben", "kind": BEN.kind, "name": BEN.name, "address": "4 Rose Lane, Exampleton"},
)
WHY = "Ben Marsh asked her for it, and Zed Quill of Year 12 saw."
REFERRED = (ReferralOpened, OPENED | {"why_now": WHY})
ALLEGED, AT_RISK = "Who is alleged to have caused harm", "Another child at risk"


def said(child, named, **more):
    answers = {"referral": "entry-4", "child": child, "named": named, "why": "Zed Quill fears it."}
    return OtherChildNamed, answers | more


def letter(*more, opened=REFERRED):
    case = concern_case(MORE, BENS, opened, *more)
    (offer,) = letters_about(case, "entry-4")
    content = content_of(offer, case, issue())
    return case, offer, content, words_of(printed(content))


def headed(content, heading):
    return [part for part in content.parts if isinstance(part, Section) and part.heading == heading]


def check(case, offer, text):
    refuse_leaks([text], case, Audience.AGENCIES, offer.subject.about, offer.subject.entry)


def test_without_a_word_on_them_other_children_are_letters():
    *_, content, text = letter()
    assert "Learner A asked her for it, and Learner B of Year 12 saw." in text
    assert not {"Ben", "Zed", "Rose Lane"} & set(text.split())
    assert not headed(content, ALLEGED)
    assert not headed(content, AT_RISK)


OPENINGS = {
    "social care": REFERRED,
    "early help": told(OtherBody.EARLY_HELP, "ava", why=WHY),
    "another college": told(OtherBody.COLLEGE, "ava", why=WHY),
}


@pytest.mark.parametrize("opened", OPENINGS.values(), ids=OPENINGS)
def test_a_child_who_is_needed_has_a_heading_of_their_own(opened):
    known = {"knows": "In one tutor group", "access": "Two sisters at home"}
    case, offer, content, text = letter(said("ben", NamedAs.ALLEGED, **known), opened=opened)
    (section,) = headed(content, ALLEGED)
    rows = answers_in([section])
    assert rows["Name"] == BEN.name
    assert rows["Home address"] == "4 Rose Lane, Exampleton"
    assert rows["How the two know each other"] == "In one tutor group"
    assert rows["Access to other children"] == "Two sisters at home"
    assert rows["Why they are named here"] == "Learner A fears it."
    assert "Ben Marsh asked her for it, and Learner A of Year 12 saw." in text
    assert content.parts.index(section) < len(content.parts) - 1, "above the signatures"
    check(case, offer, text)
    with pytest.raises(LeakFound):
        check(case, offer, f"{text} Zed Quill")


def test_the_newest_word_holds_for_its_own_referral_alone():
    (ben, why), other = said("ben", NamedAs.ALLEGED), {"referral": "entry-1"}
    for changed in (said("ben", NamedAs.NOT_NEEDED), (ben, why | other)):
        first = () if changed[1] == why | other else ((ben, why),)
        *_, content, text = letter(*first, changed)
        assert not headed(content, ALLEGED)
        assert BEN.name not in text
    *_, content, text = letter(said("ben", NamedAs.AT_RISK), said("zed", NamedAs.AT_RISK))
    assert len(headed(content, AT_RISK)) == 2
    assert "Access to other children" not in answers_in(headed(content, AT_RISK))
