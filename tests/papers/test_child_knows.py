"""Whether the child knows of the referral, in its letter: by the newest answer, whoever gave it."""

from datetime import timedelta

import pytest

from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.knowledge import Topic
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import social_care
from app.papers.case_words import ASK_COLLEGE, NOT_APPLICABLE
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import TALKED
from tests.domain.test_case import CALL, OPENED
from tests.papers.paper import answers_in, issue

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
ASLEEP = {"child_told": NO, "child_untold": "She is asleep."}
THEN = "When recorded, 19 Nov 2026, "


def background(**answers):
    return ReferralBackground, {"referral": "entry-2"} | answers


def talk(days, *topics, learner="ava"):
    at = moment(NOW + timedelta(days=days))
    return LearnerConversation, TALKED | {"learner": learner, "held_at": at, "now_know": topics}


OF_BEN = (ReferralOpened, OPENED | {"child": "ben"})
BENS_CALL = (ReferralCall, CALL | {"referral": "entry-4"})
SITUATIONS = {
    "told in a talk since": (
        (background(**ASLEEP), talk(1, Topic.REFERRED)),
        ("Since 20 Nov 2026: Yes", NOT_APPLICABLE, ASK_COLLEGE),
    ),
    "told in a talk, and nothing said in the background": (
        (talk(1, Topic.REFERRED),),
        ("Since 20 Nov 2026: Yes", NOT_APPLICABLE, ASK_COLLEGE),
    ),
    "told in a talk on the day of the letter": (
        (background(**ASLEEP), talk(2, Topic.REFERRED)),
        ("Yes", NOT_APPLICABLE, ASK_COLLEGE),
    ),
    "not told of it in the talk since": (
        (background(**ASLEEP), talk(1, Topic.HAPPENED)),
        (f"{THEN}10:52: No", f"{THEN}10:52: She is asleep.", NOT_APPLICABLE),
    ),
    "told in a talk before it was called not told": (
        (talk(-1, Topic.REFERRED), background(**ASLEEP)),
        (f"{THEN}11:02: No", f"{THEN}11:02: She is asleep.", NOT_APPLICABLE),
    ),
    "told by the background": (
        (background(child_told=YES, child_view="She is glad."), talk(1, Topic.REFERRED)),
        (f"{THEN}10:52: Yes", NOT_APPLICABLE, f"{THEN}10:52: She is glad."),
    ),
    "another learner told": (
        (background(**ASLEEP), talk(1, Topic.REFERRED, learner="ben")),
        (f"{THEN}10:52: No", f"{THEN}10:52: She is asleep.", NOT_APPLICABLE),
    ),
    "another learner referred too, so that it may be that": (
        (OF_BEN, BENS_CALL, background(**ASLEEP), talk(1, Topic.REFERRED)),
        (f"{THEN}11:12: No", f"{THEN}11:12: She is asleep.", NOT_APPLICABLE),
    ),
}


@pytest.mark.parametrize(("entries", "rows"), SITUATIONS.values(), ids=SITUATIONS)
def test_social_care_reads_whether_the_child_knows_by_now(entries, rows):
    made = ((ReferralOpened, OPENED), (ReferralCall, CALL | {"referral": "entry-2"}))
    case = concern_case(*made, *entries)
    (subject, *_) = social_care.subjects(case)
    letter = social_care.content(case, subject, issue(at=NOW + timedelta(days=2)))
    said = answers_in(letter.sections)
    labels = ("Child knows of it", "Why the child is not told", "What the child says of it")
    assert tuple(said[label] for label in labels) == rows
