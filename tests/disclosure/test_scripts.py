"""Who is hidden is found in a finished PDF in whatever script their name is written."""

from app.disclosure.leak import leaks_in
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.domain.people_of_two import PARENTS
from tests.papers.paper import built, paragraphs
from tests.papers.scripts import SCRIPTS

NAMES = [name for names, _ in SCRIPTS.values() for name in names]


def test_a_hidden_name_in_any_script_is_found_in_the_finished_pdf():
    people = tuple(
        Involved(Person(id=f"p{at}", kind=PersonKind.LEARNER, name=name))
        for at, name in enumerate(NAMES)
    )
    case = concern_case(PARENTS, (PeopleNamed, {"people": people, "why": "Told."}))
    said = [f"Then she said that {name} had been there (and left)." for name in NAMES]
    pdf = built([piece for words in said for piece in paragraphs(words)])
    found = {leak.person for leak in leaks_in(pdf, case, Audience.PARENTS, "dee")}
    assert [name for at, name in enumerate(NAMES) if f"p{at}" not in found] == []
