"""What breaks PDF makers, typed in every field of every form at once, on every kind of paper."""

import sys
from contextlib import contextmanager
from functools import cache
from itertools import cycle

import msgspec
import pytest

from app.domain.case.case import fold_case
from app.domain.forms import form_named
from app.domain.forms.sharing import LeakReleased
from app.domain.kit.answers import AnswerKind, StaffMember
from app.domain.kit.form import questions_of
from app.domain.kit.record import Audience, Author
from app.domain.kit.text import LONGEST_LINE
from app.papers.kinds import KINDS, offers_for
from app.typesetting.document import render_document
from app.typesetting.page import Sender
from app.typesetting.text import visible
from tests.disclosure.hostile import KEPT, SHOWN
from tests.papers.cases import BARE, CASES, read_case
from tests.papers.filled import TYPED
from tests.papers.paper import issue, objects_in, plain, words_on

LONG = {AnswerKind.WORDS, AnswerKind.EXACT_WORDS}
MARKUP = " ".join(KEPT.values())
NO_INK = " ".join(
    typed for name, (typed, _) in SHOWN.items() if "surrogate" not in name and "\u2028" not in typed
)
"""A lone surrogate cannot be sealed, so it cannot come to paper."""
NO_SPACE = "q" * LONGEST_LINE
TEXTS = {"markup": f"{NO_INK} {MARKUP}", "no space": NO_SPACE}
OF_ALL = {"case_summary", "chronology"}
"""What says every entry of the record, so that every text has to stand in it."""
SETTING = 200
"""Characters that a setting of the college may have on screen."""


def of_each_kind():
    """Each kind of document once, with the first practice case that offers it."""
    waiting = {kind.key for kind in KINDS}
    for path in CASES:
        offered = {offer.kind.key for offer in offers_for(read_case(path))} & waiting
        waiting -= offered
        yield from ((path, key) for key in sorted(offered))


EACH_KIND = tuple(of_each_kind())
OPENED: list[object] = []
WATCHING: list[bool] = []


def _note(event, arguments):
    if WATCHING and event == "open":
        OPENED.append(arguments[0])


sys.addaudithook(_note)  # it can never be taken away again, so it only listens when it is told to


@contextmanager
def nothing_opened():
    """Have Python itself say which files are opened meanwhile."""
    OPENED.clear()
    WATCHING.append(True)
    try:
        yield
    finally:
        WATCHING.clear()
    assert OPENED == []


def test_the_watch_sees_a_file_that_is_opened():
    with pytest.raises(AssertionError, match="bare"), nothing_opened():
        open(__file__.replace("test_every_field.py", "bare.toml"), "rb").close()  # noqa: PTH123


class Typed:
    """Types the same words in all there is to type in; the longest once in each form."""

    def __init__(self, words):
        self.words = words
        self.line = words[:LONGEST_LINE].strip()
        starts = range(0, len(self.line), SETTING)
        self.names = cycle([self.line[at : at + SETTING].strip() for at in starts])
        """Of whoever is named, a part of it each: names stand on paper again and again."""
        self.places = set()

    def over(self, entry):
        """Return a sealed entry with these words in every text of it, and as who recorded it."""
        answers = self.answers(form_named(entry.form), msgspec.json.decode(entry.body))
        return msgspec.structs.replace(
            entry,
            body=msgspec.Raw(msgspec.json.encode(answers)),
            author=Author("user", next(self.names), next(self.names)),
            corrects_why=next(self.names) if entry.corrects else "",
        )

    def answers(self, form, answers):
        for question in questions_of(form):
            given = answers.get(question.name)
            if not given:
                continue
            match question.kind:
                case kind if kind in TYPED:
                    answers[question.name] = self.text(form, question)
                case AnswerKind.STAFF:
                    answers[question.name] = {part: next(self.names) for part in given}
                case AnswerKind.PEOPLE:
                    for involved in given:
                        for part in ("name", "known_as", "group"):
                            involved["person"][part] = next(self.names)
                case AnswerKind.ROWS:
                    for row in given:
                        self.answers(question.row, row)
        return answers

    def text(self, form, question):
        """Return the longest words that fit, but a few to what was filled in before."""
        if (form, question.name) in self.places:
            return "Quiet."
        long = question.kind in LONG and form not in {form for form, _ in self.places}
        self.places.add((form, question.name))
        return self.words if long else self.line


def letting_stand(line, after):
    """Return the entry that lets words stand in a document, with hostile words and reason."""
    form = LeakReleased(document=line, readers=Audience.DSL, found=line, around=line, why=line)
    return msgspec.structs.replace(
        after,
        id="released",
        form="leak_released",
        version=LeakReleased.version,
        body=msgspec.Raw(msgspec.json.encode(form)),
        happened=None,
        corrects=None,
        corrects_why="",
        seq=after.seq + 1,
    )


class Numbered(Typed):
    """Types in each question of each form a word that is nowhere else."""

    def __init__(self):
        super().__init__("Quiet.")
        self.places = {}

    def text(self, form, question):
        number = len(self.places) + 1
        return self.places.setdefault((form, question.name), f"Quorvelm{number}x")


@cache
def case_of(path, name):
    """A practice case with these words in every text of every form, and where they were put."""
    typed = Typed(TEXTS[name])
    return case_typed(path, typed), typed


def case_typed(path, typed):
    """A practice case with what is typed in every text of every form."""
    entries = []
    read_case(path, change=lambda entry: entries.append(typed.over(entry)) or entry)
    return fold_case([*entries, letting_stand(typed.line, entries[-1])])


def sent_by(line):
    """The circumstances of an issue by a college, and by somebody, of these names."""
    college = Sender(name=line, team=line, address=line, phone=line, mailbox=line)
    return issue(college=college, author=StaffMember(line, line), edition=line, replaces=line)


@pytest.fixture(scope="module")
def warm():
    """What is read once in the life of the program has been read: typefaces, words, names."""
    for path in {BARE, *(path for path, _ in EACH_KIND)}:
        case = read_case(path)
        said = [offer.kind.content(case, offer.subject, issue()) for offer in offers_for(case)]
    render_document(said[0])


@pytest.mark.timeout(300)  # a page of nothing but one word is slow to set, and machines are shared
@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(("path", "key"), EACH_KIND, ids=[key for _, key in EACH_KIND])
def test_whatever_is_typed_in_every_field_prints_and_opens_no_file(path, key, name):
    case, typed = case_of(path, name)
    offer = next((offer for offer in offers_for(case) if offer.kind.key == key), None)
    if offer is None:  # whoever told it now bears the name of the child who was harmed
        assert (key, name) == ("receipt", "no space")
        return
    circumstances = sent_by(typed.line[:SETTING].strip())
    with nothing_opened():
        made = render_document(offer.kind.content(case, offer.subject, circumstances))
    shown = words_on(made.pdf)
    assert plain(visible(circumstances.college.name)) in shown
    if key in OF_ALL:
        whole = shown.count(plain(visible(typed.line)))
        assert whole >= len(typed.places) - made.pages  # the end of a page parts one text at most
    for found in objects_in(made.pdf):
        assert not {"/URI", "/JS", "/AA", "/OpenAction"} & set(found)
        assert found.get("/Subtype") not in {"/Image", "/Link"}


@pytest.mark.parametrize(("path", "key"), [it for it in EACH_KIND if it[1] in OF_ALL])
def test_every_text_of_every_form_stands_in_what_says_every_entry(path, key):
    typed = Numbered()
    case = case_typed(path, typed)
    offer = next(offer for offer in offers_for(case) if offer.kind.key == key)
    shown = words_on(render_document(offer.kind.content(case, offer.subject, issue())).pdf)
    assert len(typed.places) > 80
    assert [place for place, word in typed.places.items() if word not in shown] == []
