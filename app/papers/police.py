"""The letter to the police or CEOP: who, what, when, and where imagery is believed to be.

Source: uk-guidance 3.5, the fields of a police referral. It asks for advice before the college
acts. On imagery it says only where it is believed to be and that none is attached.
"""

from collections.abc import Iterator
from datetime import date

from app.domain.case.case import Case
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.kit.answers import Role
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.papers.agency_words import PoliceWords, police_referrals
from app.papers.kept_from_visitors import kept_from_visitors
from app.papers.kind import PaperKind, Subject, whoever_sends
from app.papers.of_its_day import as_of, is_fresh, risk_now
from app.papers.police_devices import evidence
from app.papers.police_imagery import imagery, removal, where
from app.papers.police_informed import informed
from app.papers.police_online import online
from app.papers.police_people import people
from app.papers.police_risk import risk
from app.papers.police_sections import asks, report_section, reporter, timeline
from app.papers.rows import aged, signed_and_received
from app.papers.told_before import opening_after, title_after, told_earlier
from app.typesetting.content import Content, Issue, Lines, Part, Points, Section
from app.typesetting.text import Strong, Words, runs_of

TITLES = {
    OtherBody.POLICE: "Report to the police",
    OtherBody.CEOP: "Report to the CEOP Safety Centre",
}


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each referral to the police or CEOP. Its letter is about the whole case."""
    return tuple(Subject(words=one.opened.name, entry=one.id) for one in police_referrals(case))


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the letter of one referral, from what agencies may read."""
    (referral,) = (one for one in case.body_referrals if one.id == subject.entry)
    words = PoliceWords(case, referral)
    today, told = day_of(issue.at), told_earlier(case, referral.id, issue)
    title = TITLES[referral.opened.body]
    number = ", ".join(referral.numbers)
    facts = (
        ("Date", write_day(today)),
        ("Our reference", issue.number),
        ("Your reference", number or "None given yet"),
    )
    return Content(
        issue=issue,
        kind=title,
        title=title_after(told, title, lower(title)),
        under=_about(words, today),
        recipient=referral.opened.name,
        address=(referral.opened.name,),
        facts=facts,
        callout=(*opening_after(told, lower(title), number), *_callout(words, today)),
        parts=tuple(_parts(words, issue)),
    )


def _parts(words: PoliceWords, issue: Issue) -> Iterator[Part]:
    lettered = iter("ABCDEFGHIJKL")
    college, today = issue.college, day_of(issue.at)
    for heading, rows in (
        ("This report", report_section(words, issue.at)),
        ("Who is reporting", reporter(words, college)),
        ("People, and their part", people(words, today)),
        ("Accounts, contact and demands online", online(words, today)),
        ("What happened, and who said so", timeline(words, today)),
        ("The risk, as the college assessed it", risk(words)),
        ("The imagery, in words", imagery(words, today)),
    ):
        yield Section(next(lettered), heading, tuple(rows))
    yield where(words, next(lettered))
    for heading, rows in (
        ("Devices and evidence", evidence(words, today)),
        ("Removal already asked for", removal(words)),
        ("Who knows, and support", informed(words)),
    ):
        yield Section(next(lettered), heading, tuple(rows))
    if open_questions := tuple(asks(words, college)):
        yield Points("Please tell the college", open_questions)
    yield signed_and_received(words.sender, _receipt(words.referral.opened))


def _receipt(opened: BodyReferralOpened) -> tuple[str, Lines]:
    """Return the lines for the reply. CEOP takes reports online and signs for none."""
    if opened.body is OtherBody.CEOP:
        heading = "For the college, when an adviser rings back."
        return heading, (("Adviser", ""), ("Date and time", ""), ("Advice, reference", ""))
    heading = f"For {opened.name} to complete and return."
    lines = (("Received by, and number", ""), ("Date and time", ""), ("Log or crime number", ""))
    return heading, lines


def _about(words: PoliceWords, today: date) -> Words:
    """Return whom it is about: a learner, the only person pictured, or the whole case."""
    people = words.case.people
    about = people.get(words.referral.opened.about or "")
    pictured = [known.person for known in people.values() if Role.PICTURED in known.roles]
    if not about and len(pictured) != 1:
        return f"About the whole of case {words.case.number}."
    person = about.person if about else pictured[0]
    group = f" · {person.group}" if person.group else ""
    others = "" if about else ", and others"
    return (
        "About ",
        Strong(person.name),
        f", {aged(words, person, today)}{group}{others}",
    )


def _callout(words: PoliceWords, today: date) -> Iterator[Words]:
    why, asked_for = (
        as_of(words.told_of(words.opened, question), today)
        for question in (BodyReferralOpened.why, BodyReferralOpened.asked_for)
    )
    fresh = is_fresh(words.opened, today)
    yield (Strong("Why now." if fresh else "Why it was reported."), " ", *runs_of(why))
    yield (Strong("Immediate risk."), " ", *risk_now(words, today))
    heard = bool(words.referral.answered or words.referral.outcomes) or not fresh
    yield (
        Strong("What we asked." if heard else "Please advise before we act."),
        " ",
        *runs_of(asked_for),
    )


KIND = PaperKind(
    key="police",
    title="Letter to the police or CEOP",
    audience=Audience.AGENCIES,
    reader="The police or CEOP",
    stage=Stage.POLICE,
    subjects=subjects,
    content=content,
    look_at=kept_from_visitors,
    ring=whoever_sends,
    says_what_it_is=True,
)
