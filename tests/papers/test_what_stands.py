"""Papers say what stands today, with its day, whichever form it was said on."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import SignsFound
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PersonDetails, Relative
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import PersonKind, YesNoUnknown
from app.domain.kit.moments import day_of, moment
from app.domain.kit.record import Audience
from app.papers import who_knows
from app.papers.agency_words import ReferralWords
from app.papers.case_words import CaseWords
from app.papers.of_its_day import risk_now
from app.papers.referral_sections import sections_of
from app.typesetting.text import visible
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import NINE
from tests.domain.people_of_two import DEMANDS, MET, NOT_TOLD, PARENTS, RISK, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import COLLEGE, issue, plain, printed, words_on

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def reviewed(risk, hours=0):
    asked = dict.fromkeys(NINE, NO) | {f"{name}_why": "Asked." for name in NINE}
    said = {"risk_now": risk, "risk_now_why": "She is alone."}
    return InitialReview, asked | said | {"held_at": at(hours), "chair": DSL}


def talked(harm, hours=0, learner="ava"):
    return LearnerConversation, TALKED | {"harm": harm, "held_at": at(hours), "learner": learner}


def found(harm, hours):
    return SignsFound, {"found_at": at(hours), "found_by": DSL, "how": "Asked.", "harm": harm}


DAY = "19 Nov 2026"
MEETING = f"At the initial review, {DAY}, 10:22: No."
REVIEWED = f"{MEETING} She is alone."


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((), "Nothing is recorded yet of danger, or of where they are."),
        ((reviewed(NO),), REVIEWED),
        ((reviewed(NO), found(NO, 1)), f"When asked, {DAY}, 11:22: No."),
        ((reviewed(NO), found(YES, 1)), f"When asked, {DAY}, 11:22: Yes."),
        ((found(YES, 1), reviewed(NO)), f"When asked, {DAY}, 11:22: Yes."),
        (
            (found(YES, 0), found(NO, 1)),
            f"When asked, {DAY}, 11:22: No.\nWhen asked, {DAY}, 10:22: Yes.",
        ),
        (
            (reviewed(NO), talked(YES, 2)),
            f"When asked, {DAY}, 12:22: Yes, about Ava Stone.",
        ),
        (
            (reviewed(NO), talked(NO, 2), talked(NO, 26, "ben")),
            (
                "When asked, 20 Nov 2026, 12:22: No, about Ben Marsh.\n"
                f"When asked, {DAY}, 12:22: No, about Ava Stone."
            ),
        ),
        (
            (reviewed(NO), talked(NO, 26, "ben")),
            f"When asked, 20 Nov 2026, 12:22: No, about Ben Marsh.\n{MEETING}",
        ),
    ],
)
def test_a_yes_about_danger_is_never_hidden_by_what_was_asked_before_or_after(entries, said):
    words = CaseWords(concern_case(*entries), Audience.AGENCIES)
    assert "".join(risk_now(words, day_of(NOW))) == said


def test_where_a_learner_is_is_the_newest_answer_on_any_form():
    with_her = (DemandsRecorded, DEMANDS | {"at": at(2), "tonight": "Her aunt is with her."})
    case = concern_case(with_her, safe_now="In the office.")
    said = risk_now(CaseWords(case, Audience.AGENCIES), day_of(NOW))
    assert "".join(said) == f"When told, {DAY}, 12:22: Her aunt is with her."


def letter_rows(*entries):
    """Return the rows of the letter about Ava, by label, as on the day of the concern."""
    case = concern_case((ReferralOpened, OPENED), PARENTS, *entries)
    words = ReferralWords(case, case.referrals[0])
    sections = sections_of(words, COLLEGE, day_of(NOW))
    return {
        label: "\n".join(
            "".join(visible(part) for part in ((line,) if isinstance(line, str) else line))
            for line in lines
        )
        for section in sections
        for label, lines in section.rows
    }


def background(**answers):
    return ReferralBackground, {"referral": "entry-2"} | answers


def known(**answers):
    who = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone"}
    return PersonDetails, who | answers


MOTHER = Relative(name="Stone, Dee", relation="Mother")
NOT_ASKED = ParentTold(who="dee", told=NO, how="She cannot be reached.")
WITH_HER = {"tonight": "Her aunt is with her."}
LETTERS = {
    "where she is, said on the form for demands": (
        ((DemandsRecorded, DEMANDS | {"at": at(2)} | WITH_HER),),
        ("Where now, and how safe", "Her aunt is with her."),
    ),
    "the risk, said in the risk assessment": (
        ((RiskAssessed, RISK),),
        ("Risk now, and if left", "Of the young people in this case: More sharing."),
    ),
    "the risk, said in the letter's own form since": (
        ((RiskAssessed, RISK), background(risk="He knows her road.")),
        ("Risk now, and if left", "He knows her road."),
    ),
    "what she wants, said after the background was written": (
        (
            background(wishes="That it stops."),
            (LearnerConversation, TALKED | {"wants": "To tell Mum myself.", "held_at": at(3)}),
        ),
        (
            "In the child’s own words",
            "“To tell Mum myself.”\nAsked by R. Okafor, Designated Safeguarding Lead",
        ),
    ),
    "a plan known from her details alone": (
        (known(status="in_need"),),
        ("Plans in place", "Child in need"),
    ),
    "parental responsibility, said at the decision to tell": (
        (
            known(household=(MOTHER,)),
            (ParentDecision, NOT_TOLD | {"parent": "dee", "responsible": YES}),
        ),
        ("Household and family", "Stone, Dee, mother, parental responsibility for Ava Stone: yes"),
    ),
}


@pytest.mark.parametrize(("entries", "row"), LETTERS.values(), ids=LETTERS)
def test_the_letter_says_what_stands_whichever_form_it_was_said_on(entries, row):
    label, said = row
    assert letter_rows(*entries)[label] == said


def test_a_parent_told_since_is_not_called_not_told():
    not_told = background(parents=(NOT_ASKED,))
    assert "not told" in letter_rows(not_told)["Parents and carers"]
    told = letter_rows(not_told, (ParentContact, MET | {"at": at(5)}))["Parents and carers"]
    assert told == "Dee Stone: Told on 19 Nov 2026, 15:22: What happened to Ava."


def test_the_letter_says_how_to_reach_the_family_and_what_makes_that_unsafe():
    dee = {"person": "dee", "kind": PersonKind.PARENT, "name": "Dee Stone"}
    told = letter_rows(
        (ParentDecision, NOT_TOLD | {"parent": "dee", "reach": "By text.", "safety": "Her ex."}),
        (LearnerConversation, TALKED | {"reach": "Own mobile.", "unsafe": "A brother."}),
        (PersonDetails, dee | {"visitor_risk": "A dog.", "phone": "01632 960 333"}),
        known(may_contact="Not her father."),
    )
    assert told["Risk to visiting staff"] == (
        "Dee Stone: A dog.\nAva Stone: When asked, 19 Nov 2026, 10:22: A brother.\n"
        "Dee Stone: When decided, 19 Nov 2026, 10:22: Her ex."
    )
    assert told["Whom to contact, or not"] == (
        "Not her father.\nAva Stone: Own mobile.\nDee Stone: By text."
    )


def test_the_card_before_contact_has_on_paper_what_it_has_on_screen():
    unsafe = NOT_TOLD | {"reach": "By post only.", "safety": "He was violent."}
    case = concern_case(PARENTS, (ParentDecision, unsafe))
    (card,) = (one for one in who_knows.subjects(case) if one.reader == "karl")
    printed_words = words_on(printed(who_knows.content(case, card, issue())).pdf)
    assert plain("Unsafe. Karl Stone: He was violent (19 Nov 2026).") in printed_words
    assert plain("Karl Stone: By post only (19 Nov 2026)") in printed_words
