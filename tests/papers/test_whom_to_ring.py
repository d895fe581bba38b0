"""Whom the reader of a paper rings: by name, and on their direct line where the college has one."""

import msgspec
import pytest

from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentContact
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import StaffMember
from app.papers.kinds import content_of, offers_for, to_look_at
from app.typesetting.content import _plainly
from app.typesetting.page import Sender
from tests.casefold import concern_case
from tests.domain.people_of_two import MET, PARENTS, PLAN, POLICE, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import COLLEGE, issue, lines

LINE = "01632 960 014"
REYES = StaffMember("M. Reyes", "Tutor")
CASE = concern_case(
    PARENTS,
    (ParentContact, MET | {"happened": "Ava told us of it."}),
    (LearnerConversation, TALKED),
    (SupportPlan, PLAN | {"named_adult": REYES}),
    (ReferralOpened, OPENED | {"child": "ava"}),
    (BodyReferralOpened, POLICE),
)
SAID = {
    "parent_summary": LINE,
    "parent_invitation": f"please tell me on {LINE}",
    "parent_call": f"You can ring me on {LINE}.",
    "telephone_script": f"at Example College, on {LINE}.",
    "learner_card": f"{LINE}: M. Reyes",
    "social_care": LINE,
    "police": LINE,
}


def made(key, line):
    """A paper where the college has this direct line for whom its reader rings, and its offer."""
    offer = next(one for one in offers_for(CASE) if one.kind.key == key)
    college = msgspec.structs.replace(COLLEGE, line=line)
    return content_of(offer, CASE, issue(college=college)), offer


def said(key, line):
    content, _ = made(key, line)
    return " ".join(lines((*content.callout, *content.parts))).replace("\u00a0", " ")


@pytest.mark.parametrize("key", SAID)
def test_a_paper_gives_the_direct_line_of_whom_to_ring_or_else_the_number_of_the_college(key):
    assert SAID[key] in said(key, LINE)
    assert LINE not in said(key, "")
    assert SAID[key].replace(LINE, COLLEGE.phone) in said(key, "")


@pytest.mark.parametrize("key", SAID)
def test_that_a_direct_line_is_missing_stands_at_the_draft_and_on_no_paper(key):
    who = "M. Reyes" if key == "learner_card" else "R. Okafor"
    number = f"the college’s number stands there, {COLLEGE.phone}."
    sentence = f"Settings lists no direct line of {who}: {number}"
    for line in (LINE, ""):
        content, offer = made(key, line)
        assert (sentence in to_look_at(offer, CASE, content.issue)) is (not line)
        assert "direct line of" not in said(key, line)


def test_a_document_from_before_there_were_direct_lines_has_the_digest_it_had():
    college = {"": "College", "name": "A", "team": "B", "address": "C", "phone": "D", "mailbox": ""}
    sender = Sender(name="A", team="B", address="C", phone="D")
    assert _plainly(sender) == college
    assert _plainly(msgspec.structs.replace(sender, line=LINE)) == college | {"line": LINE}
