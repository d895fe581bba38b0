"""Whom nobody has registered is asked about, in what families and services read; nobody else."""

import pytest

from app.casework.beside import of_issue, professionals
from app.casework.services import shipped
from app.disclosure.leak import ASKED, leaks_in
from app.disclosure.strangers import UNREGISTERED, Known
from app.disclosure.traces import Trace
from app.domain.forms.any_time import Note
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PersonDetails, Relative
from app.domain.forms.sharing import OthersKind, OthersLetStand
from app.domain.kit.answers import PersonKind
from app.domain.kit.record import Audience
from app.papers.kinds import content_of, offers_for
from app.papers.sides import texts_of
from tests.casefold import concern_case
from tests.disclosure.first_names import FIRST_NAMES
from tests.disclosure.own_words import texts
from tests.disclosure.test_false_alarms import PLACEHOLDER, SENTENCES
from tests.domain.people_of_two import AT, MET, PARENTS
from tests.grids import in_each
from tests.papers.cases import CASES
from tests.papers.paper import issue
from tests.papers.test_read_through import moments

AVA = {
    "person": "ava",
    "kind": PersonKind.LEARNER,
    "name": "Ava Stone",
    "known_as": "Avie, @ava.stone09",
    "address": "3 Rose Lane, Exampleton EX2 2XX",
    "phone": "01632 960111",
    "household": (Relative(name="Toby Stone", relation="Brother"),),
}
OFFICER = {"at": AT, "what": "DC 2218 M. Farrow rang. T. Adeyemi, tutor, was there.", "why": "So."}
CASE = concern_case(PARENTS, (ParentContact, MET), (PersonDetails, AVA), (Note, OFFICER))
BESIDE = Known(
    texts=(
        "Example College",
        "1 College Way, Exampleton EX1 1EX",
        "01632 960 001",
        "safeguarding@college.example",
        "Lucy Faithfull Foundation",
        "0808 100 0900",
    ),
    staff=("R. Okafor", "Grace Penrose", *professionals(CASE)),
    elsewhere=("May Winter", "Will Field", "skyline_77"),
)


def asked(text, audience=Audience.PARENTS, about="dee", case=CASE):
    return list(leaks_in([text], case, audience, about, beside=BESIDE))


NAMED = """
It was said that {} had it first.
She talked about it with {} at lunch.
It came from {}’s phone.
Later it stopped. {} said that it was gone.
Then {} Penhallow-Bly rang.
She is friends with Dee and {} now.
"""
SMALL = """
she told {} about it.
he is friends with {} now, called {}.
"""
CALLED = [name for name in FIRST_NAMES if name not in {"Ava", "Toby"}]


def missed(lines, written):
    """Return the names that are not found in a line, each on a page of its own."""
    for line in lines.strip().splitlines():
        pages = [line.replace("{}", written(name)) for name in CALLED]
        found = leaks_in(pages, CASE, Audience.PARENTS, "dee", beside=BESIDE)
        caught = {
            (leak.page, CALLED[leak.page - 1].lower() in leak.found.lower()) for leak in found
        }
        yield from (name for at, name in enumerate(CALLED, start=1) if (at, True) not in caught)


def test_nearly_every_common_name_is_asked_about_wherever_it_stands():
    lines = len(NAMED.strip().splitlines())
    assert len(list(missed(NAMED, str))) < len(CALLED) * lines / 100
    assert len(list(missed(SMALL, str.lower))) < len(CALLED) * 2 / 100


OTHERS = """
Then Mrs Baker rang.|Baker
She saw Ryan Smith there.|Ryan Smith
It was in the O’Brien house.|O’Brien
Coach Penhale has her phone.|Penhale
It is with Oluwaseun now.|Oluwaseun
Ring her on 07700 900456.|07700 900456
Ring her on +44 7700 900456.|+44 7700 900456
Ring (01632) 960777 at night.|(01632) 960777
Write to jay.smith@mail.example now.|jay.smith@mail.example
She lives at EX4 4QJ now.|EX4 4QJ
They met at 14 Mill Lane, he says.|14 Mill Lane
They met in Tannery Close, he says.|Tannery Close
It is on Snapchat: @jay_xo has it.|@jay_xo
It is on insta, jayxo99 has it.|jayxo99
A red car came, BD51 SMR.|BD51 SMR
A red car came, bd51smr.|bd51smr
Ring her on 447700900456.|447700900456
Ring 0 7 7 0 0 9 0 0 4 5 6 at ten.|0 7 7 0 0 9 0 0 4 5 6
She rang 07700 90 04 56 at ten.|07700 90 04 56
Ring her on 960 777, she says.|960 777
His home number is 960777, she says.|960777
Write to jay.smith [at] mail.example now.|jay.smith [at] mail.example
Write to jay.smith at mail dot example now.|jay.smith at mail dot example
They met at 14b barley grove, he says.|14b barley grove
They met in Barley Court, he says.|Barley Court
They met near SADDLER SQUARE, he says.|SADDLER SQUARE
It is on snapchat.com/add/jayxo for all.|snapchat.com/add/jayxo
It is at https://chat.example/jayxo for all.|https://chat.example/jayxo
Her Snapchat is jaymoonxo, he says.|jaymoonxo
It came from jaymoon2009 at noon.|jaymoon2009
It came from jay#4471 at noon.|jay#4471
It came from jay.moon_7 at noon.|jay.moon_7
A red car came, bd51 smr.|bd51 smr
A red car came, BXZ 1234.|BXZ 1234
Then Chelsea told her mother.|Chelsea
It was with JACK SMITH at noon.|JACK SMITH
It was with GURPREET SANDHU at noon.|GURPREET SANDHU
Later she told rukhsana about it.|rukhsana
Later she sat with navdeep at lunch.|navdeep
Later it came from iestyn at first.|iestyn
Her friend May Winter knows.|May Winter
It went to skyline_77 last.|skyline_77
"""
KNOWN = """
Dear Dee Stone, Ava and Toby are well, and so is Avie.
You are at 3 Rose Lane, Exampleton EX2 2XX, and on 01632 960111 or 01632960111.
Her account @ava.stone09 is closed.
R. Okafor and Mrs Okafor of Example College, 1 College Way, EX1 1EX, 01632 960001, came.
Grace Penrose came. Ms Penrose will ring.
Write to safeguarding@college.example or to welfare@college.example.
Ring the Lucy Faithfull Foundation on 0808 100 0900, or Childline on 0800 1111.
DC Farrow rang, and T. Adeyemi was there. Mr Adeyemi will come.
You may ring R. Okafor on 01632 960014.
We speak on Tuesday 24 November or in May, in English or in Polish, in London or in Leeds.
The ref is 2026-0042-D1 of 14/03/2026, 10:20, room B12, Year 9, Level 2, GCSE and KCSIE 2026.
Her Snapchat is private, and his username was changed; it is on Google Drive, and on Instagram.
He is in Year12 and has an iphone13; see ceop.police.uk/Safety-Centre and gov.uk/call-101.
She rang 101 at 10:45 on 24 November 2026; the crime number is 447112, and the seal 960777.
The yr12 boy walks 10 minutes; the 2 close friends live in the same place, 3 houses in a row.
It is marked OFFICIAL SENSITIVE; see KCSIE and NSPCC HELPLINE. NOTE MAY CHANGE. GRACE PERIOD.
They will, and may, and she has hope; he has grace. It was on Instagram.
"""

ORDINARY = """
She will talk with the Head of Year and with Student Services on Monday.
He stays in Maths and Physics, and moves to another Spanish group after half-term.
The Sixth Form office is open from 8:30 to 16:00.
She was on Fortnite and Discord, then on her Xbox; the phone is an iPhone, the laptop a Samsung.
You can ring CAMHS, Young Minds or Kooth. Her GP is told.
The police asked for her phone; PC Farrow will bring it back by Friday.
We use Microsoft Teams, Google Classroom and Outlook in college.
She sees the Mental Health Support Team each Thursday after lunch.
He has English on Tuesdays and goes to Youth Club on Wednesdays.
They go to the mosque on Fridays, and Ramadan begins in February; Eid is in March.
The family is from Poland and speaks Polish at home; her gran lives in Leeds.
You asked about the DofE trip to Snowdon, and about the Christmas concert.
She has a pass to leave lessons: the Red Card. The Key Worker knows.
It was posted on Snapchat, on BeReal and in a WhatsApp group; TikTok took it down.
We told you of the Crime and Policing Act, and of the Online Safety Act 2023.
Please read Thinkuknow with her, and the NSPCC page on sexting.
The Report Remove tool is run by the IWF and Childline.
She takes part in Drama, Dance and the Duke of Edinburgh Award.
The bus is the X4 from Exampleton to the college; she gets off at the Library.
He works at Tesco on Saturdays and at McDonald's on Sundays.
The Easter break begins on 3 April. Exams begin in May, on the 11th.
Her brother is in Year 7 at the primary school in the same road.
Mum, Dad and Nan know. Dad will ring at 5 pm.
He may use the Hub, the Base and the Welfare Room at any time.
She is a Young Carer, has an EHCP and sees the SENCO.
Meet us in Room B12 of the Atlas Building on Wednesday 25 November at 10:15.
Reference 2026-0042-D1; crime number 47/123456/26; log 0123 of 19/11/2026.
The account was blocked by Instagram on 20 Nov 2026 at 14:02, case ID 839201.
She pays £25.50 by bank card; the bank is Barclays, the card a Visa.
A man from Manchester United's academy spoke to the lads.
"""


@in_each("line", OTHERS.strip().splitlines())
def test_what_nobody_has_registered_is_asked_about(line):
    text, words = line.split("|")
    (leak,) = asked(text)
    assert leak.unregistered
    assert words in leak.found
    assert leak.place == (leak.phrase[0], "")


@in_each("line", ["07700\n900456", "01632 960\n777", "jay@\nmail.example", "14 Mill\nLane"])
def test_what_the_end_of_a_line_cuts_is_asked_about_whole(line):
    (leak,) = asked(f"It was said that she has it, {line}, and nobody else.")
    assert leak.found == line.replace("\n", " ")


@in_each("line", [one for one in (KNOWN + ORDINARY + SENTENCES).splitlines() if one.strip()])
def test_what_is_the_readers_the_colleges_or_a_bodys_is_not(line):
    assert [(leak.found, leak.trace) for leak in asked(line)] == []


def test_no_sentence_of_the_program_names_a_stranger():
    said = (" ".join(text.split()) for text in texts() if " " in text.strip())
    whole = "\n".join(f"{text.rstrip('.')}." for text in said if not PLACEHOLDER.search(text))
    others = UNREGISTERED - {Trace.NUMBER, Trace.MAIL}  # those of services
    assert {leak.found for leak in asked(whole) if leak.trace in others} == set()


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.GOVERNORS, Audience.DSL])
def test_what_stays_in_the_college_is_not_searched_for_strangers(audience):
    assert asked("It was said that Jayden had it.", audience, None) == []


def test_what_a_service_reads_is_searched_too():
    assert asked("It was said that Jayden had it.", Audience.SERVICES, None)


def test_let_stand_for_one_reader_it_stands_in_every_sentence_for_that_reader_alone():
    let = {
        "document": "Summary",
        "readers": Audience.PARENTS,
        "reader": "dee",
        "found": "Jayden\n07700 900456",
        "names": OthersKind.NO_CHILD,
        "why": "Her brother.",
    }
    case = concern_case(PARENTS, (ParentContact, MET), (OthersLetStand, let))
    text = "It was said that Jayden had it. Ring Jayden on 07700 900 456 at ten."
    assert len(asked(text)) == 3
    assert asked(text, case=case) == []
    assert asked(text, about="karl", case=case)


def test_no_practice_case_asks_about_anybody_in_any_paper_for_a_family_or_a_service():
    texts = tuple(service.name for service in shipped().service)
    papers = 0
    for path in CASES:
        for case, at in moments(path):
            for offer in offers_for(case):
                if offer.kind.audience not in ASKED:
                    continue
                content = content_of(offer, case, issue(at=at))
                beside = Known(
                    (*texts, *filter(None, of_issue(content.issue))), professionals(case)
                )
                papers += 1
                audience, about = offer.kind.audience, offer.subject.about
                said = ["\n\n".join(texts_of(content))]
                assert leaks_in(said, case, audience, about, beside=beside) == ()
    assert papers > 200
    assert len(UNREGISTERED) == 8
