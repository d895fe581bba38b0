"""What an entry says in a line, by the pattern its form declares: for chronology and timeline.

In a pattern `{name}` is the answer to a question, `{name|other}` the first of several that was
answered, `{name!}` all of what was typed where half of it would mislead, `{name?this|that}` one of
two wordings by whether it was answered yes, or answered at all where it is no such question. What
stands in `[…]` is left out unless every question in it was answered, and where it would only say
again what stands before it.
"""

import re
from collections import Counter
from collections.abc import Callable

from app.domain.kit.answers import Answer, AnswerKind, Choice, Involved, StaffMember, YesNoUnknown
from app.domain.kit.checks import is_empty
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, Question, Row, questions_of
from app.domain.kit.wording import Names, in_words, lines_of, lower, told_apart

LONGEST = 200
"""Characters of one answer that was typed. The entry itself has the rest."""
NAMED = 3
"""How many people are named; of more, the number."""
NOT_RECORDED = "not recorded"
QUESTION = re.compile(
    r"\{(?P<names>\w+(?:\|\w+)*)(?P<all>!)?(?:\?(?P<yes>[^|}]*)\|(?P<other>[^}]*))?\}"
)
_IF_ANSWERED = re.compile(r"\[([^\]]*)\]")
_SENTENCE = re.compile(
    r"(?:(?<=\w{3})|(?<=\d)|(?<=\b(?!no|eg|ie|cf|vs)[a-z]{2}))[.!?][”’\"')]*(?=\s[^a-z])"
)
"""The end of a sentence, not of an initial or an abbreviation such as M., Mr. or no."""
ENDS = (".", "?", "!", "…", ".”", "?”", "!”")
Cut = Callable[[str], str]
"""How much of what was typed is told."""
_CHOSEN = (AnswerKind.ONE_OF, AnswerKind.SEVERAL_OF, AnswerKind.YES_NO_UNKNOWN)


def in_short(form: Form, names: Names, *, whole: bool = False) -> str:
    """Return the entry in a line with its full stop; its title, if its form has no pattern.

    Of what was typed it has the first sentence, or all of it if `whole`.
    """
    answers = answers_of(form)
    patterns = (pattern for condition, pattern in form.in_short_if if condition.holds(answers))
    pattern = next(patterns, form.in_short)
    line = _written(pattern, form, names, _whole if whole else first_sentence) or form.title
    return line if line.endswith(ENDS) else f"{line}."


def on_timeline(form: Form, names: Names) -> str:
    """Return the few words for a timeline, "" for an entry that no timeline shows."""
    return _written(form.on_timeline, form, names, first_sentence)


def in_words_of(pattern: str, form: Form, names: Names) -> str:
    """Return the entry in a line by another pattern than its form has, with its full stop."""
    line = _written(pattern, form, names, first_sentence)
    return line if line.endswith(ENDS) else f"{line}."


def _written(pattern: str, form: Form, names: Names, cut: Cut) -> str:
    if not pattern:
        return ""
    asked = {one.name: one for one in questions_of(type(form))}
    answers = answers_of(form)
    given = {
        name: answer
        for name, answer in answers.items()
        if not is_empty(answer) and asked[name].shown(answers)
    }

    def part(found: re.Match[str]) -> str:
        inside = {one["names"] for one in QUESTION.finditer(found[1])}
        if not inside <= given.keys():
            return ""
        return "" if words_of(inside) <= words_of(said_before(found)) else found[1]

    def said_before(found: re.Match[str]) -> set[str]:
        return {one["names"] for one in QUESTION.finditer(pattern[: found.start()])} & given.keys()

    def words_of(several: set[str]) -> set[str]:
        return {_answer(asked[name], given[name], names, cut) for name in several}

    def answer(found: re.Match[str]) -> str:
        names_asked = found["names"].split("|")
        name = next((one for one in names_asked if one in given), names_asked[0])
        if found["yes"] is not None:
            said = given.get(name) not in {None, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN}
            return found["yes"] if said else found["other"]
        much = _all if found["all"] and cut is first_sentence else cut
        words = _answer(asked[name], given[name], names, much) if name in given else NOT_RECORDED
        begins = not found.start() or found.string.endswith(". ", 0, found.start())
        return words if begins or asked[name].kind not in _CHOSEN else lower(words)

    line = QUESTION.sub(answer, _IF_ANSWERED.sub(part, pattern))
    return line[:1].upper() + line[1:]


def _answer(question: Question, answer: Answer, names: Names, cut: Cut) -> str:
    match answer:
        case StaffMember():
            return answer.name
        case tuple() if question.kind is AnswerKind.PEOPLE:
            return _people(answer, names)
        case tuple() if question.kind is AnswerKind.ROWS:
            return _rows(answer, names)
        case tuple():
            return told_apart(tuple(one for one in answer if isinstance(one, Choice)))
        case str() if question.kind is AnswerKind.EXACT_WORDS:
            return f"“{cut(answer)}”"
        case _:
            return cut(in_words(question, answer, names))


def _people(answer: tuple[object, ...], names: Names) -> str:
    people = [it.person for it in answer if isinstance(it, Involved)]
    named = [names.get(one.id, one.name) for one in people]
    return ", ".join(named) if len(named) <= NAMED else f"{len(named)} people"


def _whole(words: str) -> str:
    return " ".join(words.split()).rstrip(".")


def _rows(rows: tuple[object, ...], names: Names) -> str:
    """Return each person a row is about, and what was chosen of them; of others, how many."""
    told = [lines_of(row, names) for row in rows if isinstance(row, Row)]
    chosen = [[one.text for one in row if one.question.kind in _CHOSEN] for row in told]
    said = [one[-1] if one else "" for one in chosen]
    people = all(row[0].question.kind in _SOMEBODY for row in told)
    if not people or len(rows) > NAMED:
        tally = ", ".join(f"{many} {lower(one)}" for one, many in Counter(said).items() if one)
        return f"{len(rows)}{' people' * people}" + f" ({tally})" * bool(tally)
    called = (row[0].text.partition(", ")[0] for row in told)
    return ", ".join(
        f"{who} ({lower(one)})" if one else who for who, one in zip(called, said, strict=True)
    )


_SOMEBODY = (AnswerKind.PERSON, AnswerKind.STAFF)


def first_sentence(words: str) -> str:
    """Return the first sentence of what was typed, without its full stop, cut if it is long."""
    plain = " ".join(words.split())
    end = _SENTENCE.search(plain)
    return _cut((plain[: end.end()] if end else plain).rstrip("."))


def _all(words: str) -> str:
    return _cut(_whole(words))


def _cut(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    kept = words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept}…"
