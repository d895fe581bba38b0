"""Four reprimands of the Information Commissioner, acted out: none of them can happen here.

Source: peers A12. Each time, words written for one reader reached another.
"""

import pytest

from app.disclosure.audience import paragraphs_for
from app.disclosure.leak import LeakFound, leaks_in, refuse_leaks
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PersonDetails
from app.domain.kit.record import Audience, Source
from app.papers.kinds import KINDS, offers_for
from tests.casefold import concern_case
from tests.disclosure.test_held_back import resealed
from tests.domain.people_of_two import CALLED, PARENTS, POLICE
from tests.papers.cases import CASES, PRACTICE, read_case
from tests.papers.paper import issue, papers, printed, words_of
from tests.papers.test_family_papers import TO_KARL, TOLD

SOME = [PRACTICE / f"{name}.toml" for name in ("05-group-chat", "09-separated-parents")]
HOME = {
    "person": "ava",
    "kind": "learner",
    "name": "Ava Stone",
    "address": "27 Tannery Close, Exampleton EX1 6LN",
    "phone": "07700 900342",
}


def test_an_assessment_sent_unredacted_to_a_mother_and_two_former_partners():
    """Nottinghamshire: one paper for three readers. Here each has their own, and no gate is a tick.

    What the paper says of the others is out before anybody signs it off, where the family lives
    too, unless it is the reader's own; and no sign-off exists that could be passed over.
    """
    karl = {"person": "karl", "kind": "parent", "name": "Karl Stone", "address": "4 Mill Road"}
    says = TOLD | {"agreed": "Karl Stone of 4 Mill Road, 07700 900111, is not to ring her."}
    case = concern_case(
        PARENTS,
        (PersonDetails, karl | {"phone": "07700 900111"}),
        (ParentContact, says),
        (ParentContact, TO_KARL),
    )
    made = papers(case, "parent_summary")
    assert set(made) == {"dee", "karl"}
    for told in ("Karl", "Mill Road", "07700 900111"):
        assert told not in words_of(made["dee"])
    with pytest.raises(LeakFound):
        refuse_leaks(made["karl"].pdf, case, Audience.PARENTS, "dee")
    with pytest.raises(LeakFound):
        refuse_leaks(made["dee"].pdf, case, Audience.PARENTS, "karl")


def test_one_report_sent_to_several_parents():
    """Achieving for Children: no redaction, no check. Here no paper is for more than one family."""
    for path in SOME:
        case = read_case(path)
        papers = [
            (offer, printed(offer.kind.content(case, offer.subject, issue())))
            for offer in offers_for(case)
            if offer.kind.audience is Audience.PARENTS
        ]
        for offer, made in papers:
            assert offer.subject.reader
            assert made.content.recipient == case.names[offer.subject.reader]
            assert leaks_in(made.pdf, case, Audience.PARENTS, offer.subject.about) == ()
            for other, _ in papers:
                if other.subject.reader != offer.subject.reader:
                    about = other.subject.about
                    assert leaks_in(made.pdf, case, Audience.PARENTS, about), (path.stem, about)


@pytest.mark.parametrize("released", [Audience.PARENTS, Audience.LEARNER])
def test_a_paragraph_of_a_strategy_meeting_copied_into_a_plan_for_another_family(released):
    """Birmingham: an officer pasted it. Released or not, and however it was entered, it stays."""
    said = "Police will search Ben Marsh’s home on Friday."
    pasted = TOLD | {"agreed": said, "happened": said, "next_step": said}
    case = concern_case(
        PARENTS,
        (ParentContact, TOLD),
        (BodyReferralOpened, POLICE),
        (BodyContact, CALLED | {"said": said}),
        (ParentContact, pasted),
    )
    items = [
        resealed(entry, Source.MEETING, released) if entry is case.entries[-1] else entry
        for entry in case.entries
    ]
    held = type(case)(tuple(items))
    assert all("search" not in one.words for one in paragraphs_for(held, released, "dee"))
    assert all("search" not in words_of(made) for made in papers(held, "parent_summary").values())


def test_a_pasted_sentence_that_nobody_marked_still_names_nobody_and_does_not_leave_verbatim():
    pasted = TOLD | {"agreed": "Ben Marsh of 27 Tannery Close sent it on."}
    theirs = HOME | {"person": "ben", "name": "Ben Marsh"}
    case = concern_case(PARENTS, (PersonDetails, theirs), (ParentContact, pasted))
    text = words_of(papers(case, "parent_summary")["dee"])
    assert "Another learner (A) of an address sent it on." in text
    with pytest.raises(LeakFound):
        refuse_leaks(["Ben Marsh of 27 Tannery Close sent it on."], case, Audience.PARENTS, "dee")


def test_a_childs_name_written_up_where_a_whole_room_reads_it():
    """A school's whiteboard: what many see, such as the card for every desk, tells of no case."""
    for path in SOME:
        case = read_case(path)
        for offer in offers_for(case):
            if offer.kind.audience is not Audience.STAFF:
                continue
            made = printed(offer.kind.content(case, offer.subject, issue()))
            assert leaks_in(made.pdf, case, Audience.STAFF) == ()
            assert case.number not in "".join(str(part) for part in made.content.parts)


def test_every_kind_for_somebody_outside_the_team_goes_through_the_gate():
    outside = [kind for kind in KINDS if kind.audience not in {Audience.DSL, Audience.AGENCIES}]
    assert {kind.audience for kind in outside} == {
        Audience.PARENTS,
        Audience.LEARNER,
        Audience.SERVICES,
        Audience.STAFF,
    }
    for path in CASES:
        offers = [one for one in offers_for(read_case(path)) if one.kind in outside]
        assert all(offer.disguises for offer in offers)
