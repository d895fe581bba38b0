"""Nothing sets a semicolon after what has ended: not after a sentence, nor after a question."""

import pytest

from app.domain.kit.wording import in_one_line, labels_in_one_line


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (("Her mother", "today"), "Her mother; today"),
        (("She is afraid.", "The officer knows."), "She is afraid. The officer knows."),
        (("“I want it gone.”", "Today"), "“I want it gone.” Today"),
        (("Met.",), "Met."),
        ((), ""),
    ],
)
def test_what_ends_as_a_sentence_is_followed_by_no_further_mark(texts, line):
    assert in_one_line(texts) == line


def test_questions_are_named_without_their_question_marks():
    assert labels_in_one_line(("Who was there?", "Is AI used?")) == "Who was there; is AI used"
