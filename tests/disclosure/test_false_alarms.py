"""Whoever is hidden, ordinary words and our own sentences are neither hidden nor asked about."""

import re

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.leak import leaks_in
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.disclosure.first_names import FIRST_NAMES
from tests.disclosure.own_words import OURS, ours, texts
from tests.domain.people_of_two import PARENTS

SENTENCES = """
We speak again on Friday, after tea, or on Monday or Tuesday if she is well.
His nan and his mum ring after lunch; the teacher, the tutor and the coach know.
First aid was not needed. The money was for the bus, and the bus was late.
It is not known who has it; none of it is her fault. The boy came from the gym.
The day will be hard. He may be late in May, and in June, or by August at the latest.
May anything be deleted? Will anybody ring? May I ask who was told, and when?
In spring and in summer he had hope, and with good grace he asked for more.
The art room is on the lower floor; a party in March, a fair in April, an umbrella in autumn.
May Dee be told? Will her family know? May nobody else have it?
Please read the note, mark the day, ring at noon and leave by the back gate.
He left school at noon. The guard let him pass; the head was told at 10:45 in June.
She was hungry, angry and lonely, and a little less so after Christmas or Easter.
The phone is in a bag, sealed and signed, in the safe in the main office.
Her marks in maths are good; his are not. Football, dance and drama help them both.
A plan was made: a seat by the door, a quiet room, a pass to leave, a word with the tutor.
They used Snapchat, Instagram, TikTok and WhatsApp; nobody used the college email.
Ring Childline on 0800 1111, or the Lucy Faithfull Foundation, or the NSPCC.
"""
PLACEHOLDER = re.compile(r"[{}<>_]")


def hidden(*names):
    people = tuple(
        Involved(Person(id=f"p{at}", kind=PersonKind.LEARNER, name=name))
        for at, name in enumerate(names)
    )
    return concern_case(PARENTS, (PeopleNamed, {"people": people, "why": "Told."}))


CASE = hidden(*(f"{name} Quillborn" for name in FIRST_NAMES), "Will Day", "Ruby Summer")


def alarms(text):
    leaks = leaks_in([text], CASE, Audience.PARENTS, "dee")
    return [(leak.found, leak.around) for leak in leaks]


def test_ordinary_sentences_are_left_as_they_are_whoever_is_hidden():
    assert len(FIRST_NAMES) > 200
    hide = Disguise.of(disclosure_for(CASE, Audience.PARENTS, "dee"))
    assert hide.over(SENTENCES) == SENTENCES
    assert alarms(SENTENCES) == []


def test_no_sentence_of_the_program_is_taken_for_a_name():
    said = (" ".join(text.split()) for text in texts() if " " in text.strip())
    whole = [text for text in said if not PLACEHOLDER.search(text)]
    assert len(whole) > 2000
    assert alarms("\n".join(f"{text.rstrip('.')}." for text in whole)) == []


def test_the_words_of_the_program_are_listed():
    missing = set(ours().splitlines()) - set(OURS.read_text("utf-8").splitlines())
    assert not missing, "write them with: python -m tests.disclosure.own_words"
