"""The letter to the police: which parents and bodies know, and what support each learner has."""

from collections.abc import Iterator

from app.domain.case.entry import Entry
from app.domain.forms.bodies import POLICE_BODIES, OtherBody
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.papers.agency_words import PoliceWords
from app.papers.case_words import ASK_COLLEGE, readable_referrals
from app.papers.parents_told import parents_told
from app.papers.police_sections import told_too
from app.papers.rows import Row, disagreed, on_day
from app.typesetting.text import Quiet, Words

_OTHERS = tuple(body for body in OtherBody if body not in POLICE_BODIES)
"""The other bodies told. Reports to the police and CEOP are listed with this report."""


def informed(words: PoliceWords) -> Iterator[Row]:
    """Yield which parents, carers and bodies know, and what support is in place."""
    parents = parents_told(words)
    for who, lines in parents.items():
        yield who, tuple(lines)
    if not parents:
        yield "Parents and carers", (ASK_COLLEGE,)
    yield "Children’s social care", tuple(_social_care(words)) or (Quiet("No referral recorded"),)
    yield "Other bodies", tuple(told_too(words, _OTHERS)) or (Quiet("None recorded"),)
    plans = {
        entry.form.child: entry
        for entry in words.each(SupportPlan)
        if isinstance(entry.form, SupportPlan)
    }
    support = tuple(_support(words, child, entry) for child, entry in plans.items())
    yield "Support in place", support or (Quiet("No plan recorded yet"),)


def _social_care(words: PoliceWords) -> Iterator[Words]:
    """Yield how each referral stands: what was answered last, or how far it has come."""
    for one in readable_referrals(words):
        reference = f", reference {one.reference}" if one.reference else ""
        lead = f"{words.case.names[one.id]}: "
        if one.replies:
            newest = one.replies[-1]
            when = Quiet(f"answered {write_time(newest.received_at)}: ")
            yield (lead, when, f"{lower(newest.reply.label)}{reference}{disagreed(one)}")
        else:
            yield f"{lead}{lower(one.state.label)}{reference}"


def _support(words: PoliceWords, child: PersonRef, plan: Entry) -> Words:
    """Return the plan of a learner under its day, and how it went on since."""
    who = words.answer(plan, SupportPlan.child)
    review = _review(words, child, plan)
    if review and isinstance(review.form, SupportReview) and review.form.course is Course.ENDED:
        return (Quiet(f"{who}: "), f"the plan ended on {on_day(review)}.")
    adult = words.told_of(plan, SupportPlan.named_adult)
    whom = f" Adult they can go to: {adult.answer}." if adult else ""
    since = f" Since {on_day(review)}: {words.answer(review, SupportReview.why)}" if review else ""
    return (
        Quiet(f"{who}, plan of {on_day(plan)}: "),
        f"{words.answer(plan, SupportPlan.what)}{whom}{since}",
    )


def _review(words: PoliceWords, child: PersonRef, plan: Entry) -> Entry | None:
    """Return the newest review of a plan that ended or changed it."""
    for entry in reversed(words.each(SupportReview)):
        form = entry.form
        if not isinstance(form, SupportReview) or form.child != child:
            continue
        if form.course is not Course.SAME and entry.at >= plan.at:
            return entry
    return None
