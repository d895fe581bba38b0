"""The wording guard: what it marks, what it leaves alone, and that it is quick and never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework.guidance import read_wording
from app.domain.kit.wording_guard import NO_RULES, RemarkKind, remarks
from app.paths import resources

RULES = read_wording(resources())
MARKED = [
    ("I asked: why did you send it?", "why", "why did you"),
    ("Asked: “Why didn’t you say so?”", "why", "Why didn’t you"),
    ("Did he force you?", "leading", "Did he force you"),
    ("You were frightened, weren’t you?", "leading", "weren’t you?"),
    ("She was asking for it.", "blame", "asking for it"),
    ("He brought it on himself", "blame", "brought it on"),
    ("She ADMITTED it.", "blame", "ADMITTED"),
    ("AS told me on Monday", "initials", "AS"),
    ("A.S. told me", "initials", "A.S."),
    ("It is clearly a joke", "opinion", "clearly"),
    ("Ben claims that it was a joke", "opinion", "claims that"),
    ("I said I won’t tell anyone", "promise", "I won’t tell"),
    ("I’ll keep this secret", "promise", "I’ll keep this secret"),
    ("You won't get a criminal record", "promise", "won't get a criminal record"),
    ("A case of sexting", "label", "sexting"),
    ("the perpetrators", "label", "perpetrators"),
    ("The tutor screenshotted the chat", "stop", "screenshotted"),
    ("The tutor saved a copy", "stop", "saved a copy"),
    ("Ava forwarded it to me", "stop", "forwarded it to me"),
    ("He e-mailed the picture to the office", "stop", "e-mailed the picture to the office"),
    ("I asked Ava to send it", "stop", "I asked Ava to send it"),
    ("Please send me the picture", "stop", "send me the picture"),
]
LEFT_ALONE = [
    "Nobody was asked to show, send or delete anything.",
    "Nobody took a screenshot. M. Reyes did not save a copy.",
    "We asked Ava not to send it to anyone.",
    "Ben sent it to Cal and Cal forwarded it to a group.",
    "Ava was sent to the office.",
    "I cannot promise to keep it secret, and I told her so.",
    "R. Okafor, DSL, and J. Marlow spoke with the GP and the PC. Outcome 21. Year 10C. SMT agreed.",
    "The demand is sextortion. What Ava says is clear.",
    "WE RANG HIM AT TEN",
    "I told her that it is not her own fault.",
    "Kept a copy of the letter to parents.",
]


@pytest.mark.parametrize(("text", "kind", "words"), MARKED, ids=lambda one: one)
def test_words_that_hurt_or_harm_the_record_are_marked(text, kind, words):
    found = [(one.kind.value, text[one.start : one.end]) for one in remarks(text, RULES)]
    assert found == [(kind, words)]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ordinary_careful_words_are_left_alone(text):
    assert remarks(text, RULES) == ()


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_kind_of_remark_has_a_rule_or_more(kind):
    kinds = {rule.kind for rule in RULES.rule} | {RemarkKind.INITIALS}
    assert kind in kinds


def test_every_rule_says_one_gentle_sentence_with_its_source_and_can_match():
    for rule in RULES.rule:
        assert rule.sentence.endswith(".")
        assert rule.source
        assert all(word == word.lower() and "’" not in word for word in rule.words)


def test_the_stop_card_says_what_to_do_now():
    steps = " ".join(RULES.stop.steps)
    assert all(words in steps for words in ("not open", "not send", "Tell the", "police", "Record"))


def test_without_rules_nothing_is_said():
    assert remarks("why did you", NO_RULES) == ()


PIECES = st.sampled_from(
    [text for text, *_ in MARKED] + ["İ", "😀", "ẞ", "\n", " ", "why ", "AS", "A. ", "’", "\udc80"]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join))
def test_whatever_is_typed_each_remark_stands_inside_the_text_and_apart_from_the_others(text):
    end = 0
    for one in remarks(text, RULES):
        assert end <= one.start < one.end <= len(text)
        end = one.end
