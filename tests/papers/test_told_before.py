"""A letter, and a call, to a body told on an earlier day: a confirmation, an update, or new."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import OtherBody, Way
from app.domain.forms.sharing import DocumentIssued, LetterMeant
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralSent
from app.domain.kit.moments import day_of, moment
from app.domain.rules.told_before import told_before
from app.papers.kinds import KINDS, letters_about, offers_for
from app.typesetting.content import Spoken
from tests.casefold import NOW, concern_case
from tests.domain.test_case import CALL, OPENED, SENT
from tests.papers.paper import flat, issue
from tests.papers.test_body_letters import LEARNERS, NAMED, contact, told

CONFIRMS, UPDATES, NEW = LetterMeant
BODIES = (None, *OtherBody)
"""Every body that is written to; None for social care."""
NOUNS = {
    None: "referral",
    OtherBody.POLICE: "report to the police",
    OtherBody.CEOP: "report to the CEOP Safety Centre",
    OtherBody.LADO: "referral to the LADO",
    OtherBody.COLLEGE: "message",
    OtherBody.EARLY_HELP: "request for early help",
    OtherBody.ADULT_CARE: "referral to adult social care",
}
LATER = timedelta(days=20)


def spaced(words):
    return words.replace("\u00a0", " ")


def at(days):
    return moment(NOW + timedelta(days=days, minutes=30))


def referred(body, *days, written=False):
    """Return a case in which a body was reached on these days."""
    if body:
        about = LEARNERS.get(body, "coach" if body is OtherBody.LADO else None)
        opened, way = told(body, about), Way.WRITING if written else Way.TELEPHONE
        steps = [contact(at=at(day), way=way, reference="REF/1") for day in days]
    else:
        opened = ReferralOpened, OPENED | {"child": "ava"}
        form, said, when = (
            (ReferralSent, SENT, "sent_at") if written else (ReferralCall, CALL, "called_at")
        )
        steps = [(form, said | {"referral": "entry-3", when: at(day)}) for day in days]
    return concern_case(NAMED, opened, *steps)


def letter(case, days, meant=None):
    (offer,) = letters_about(case, "entry-3")
    of = issue(at=NOW + timedelta(days=days), meant=meant)
    return offer.kind.content(case, offer.subject, of)


written_to = pytest.mark.parametrize("body", [one for one in BODIES if one in NOUNS], ids=str)


@written_to
def test_every_letter_follows_what_its_writer_says_it_is(body):
    case = referred(body, 0)
    usual = letter(referred(body), 20)
    confirming, update, new = (letter(case, 20, meant) for meant in LetterMeant)
    had = "telephone referral" if body is None else NOUNS[body]
    assert spaced(confirming.title).startswith(f"Written confirmation of the {had} of 19")
    assert spaced(update.title) == f"Update to the {NOUNS[body]} of 19 November 2026"
    assert new.title == usual.title
    first = [spaced(flat(one.callout[0])) for one in (confirming, update, new)]
    assert first[0] == spaced(flat(usual.callout[0]))
    assert first[1].startswith("This is an update. You heard of this from us on 19 November 2026")
    heard = f"This is a new {NOUNS[body]}. You heard from us before, on 19 November 2026"
    assert first[2].startswith(heard)
    assert all("REF/1" in one or "MASH/1" in one for one in first[1:])


@written_to
@pytest.mark.parametrize(
    ("written", "days", "likely"),
    [(False, 0, CONFIRMS), (False, 3, CONFIRMS), (False, 4, UPDATES), (True, 1, UPDATES)],
)
def test_without_an_answer_a_letter_is_what_is_likely(body, written, days, likely):
    case = referred(body, 0, written=written)
    told_of = told_before(case, "entry-3", day_of(NOW + timedelta(days=days)))
    assert (told_of.meant, told_of.asked) == (likely, days > 0)
    assert letter(case, days).title == letter(case, days, likely).title


def test_nobody_who_was_not_told_is_asked_about():
    for body in NOUNS:
        assert told_before(referred(body), "entry-3", day_of(NOW)) is None


def issued(day, meant):
    said = dict.fromkeys(("number", "kind", "recipient", "why", "pages", "words"), "One")
    said |= {"digest": "0", "record_head": "0", "referral": "entry-3"}
    return DocumentIssued, said | {"issued_at": at(day), "meant": meant}


@pytest.mark.parametrize(
    ("steps", "days", "since", "likely"),
    [
        ([issued(20, NEW)], 20, 0, NEW),
        ([issued(20, NEW)], 25, 0, NEW),
        ([issued(20, NEW), contact(at=at(20), way=Way.WRITING)], 25, 20, UPDATES),
        ([issued(20, NEW), contact(at=at(20))], 22, 20, CONFIRMS),
        ([issued(20, UPDATES), contact(at=at(20))], 22, 0, UPDATES),
    ],
    ids=["that day", "not sent yet", "sent", "telephoned", "an update is no beginning"],
)
def test_after_a_new_one_what_was_told_since_counts(steps, days, since, likely):
    case = concern_case(NAMED, told(OtherBody.POLICE), contact(at=at(0)), *steps)
    found = told_before(case, "entry-3", day_of(NOW + timedelta(days=days)))
    assert day_of(found.first.at) == day_of(at(since))
    assert found.meant is likely


@written_to
def test_the_telephone_script_follows_it(body):
    case = referred(body, 0)
    (offer, *_) = [one for one in offers_for(case) if one.kind.key == "telephone_script"] or [None]
    if body is OtherBody.CEOP:
        assert offer is None
        return
    said = {}
    for meant in LetterMeant:
        made = offer.kind.content(case, offer.subject, issue(at=NOW + LATER, meant=meant))
        (spoken,) = (part for part in made.parts if isinstance(part, Spoken))
        said[meant] = dict(spoken.rows)
    assert said[CONFIRMS] == said[UPDATES]
    assert "You heard of this from us on" in str(said[UPDATES]["What it is"])
    first, before = said[NEW]["What it is"]
    assert "imagery" in first or "I am" in first or "I have" in first
    assert before.startswith("This is new. You heard from us before, on 19 November 2026")
    assert "I ask for" in said[NEW]


def test_every_paper_that_reaches_a_body_about_a_referral_says_what_it_is():
    keys = {kind.key for kind in KINDS if kind.says_what_it_is}
    letters = {"social_care", "police", "lado", "other_college", "early_help", "adult_care"}
    assert keys == letters | {"telephone_script"}
