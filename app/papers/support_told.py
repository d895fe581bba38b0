"""For agencies: the support plan of each learner under its day, and how it went on since."""

from collections.abc import Iterator

from app.domain.case.entry import Entry
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef
from app.papers.case_words import CaseWords, Told
from app.papers.rows import as_it_happened, on_day
from app.typesetting.text import Quiet, Words


def support_told(words: CaseWords) -> Iterator[Words]:
    """Yield the newest plan of each learner of whom the reader may read. One that ended is past."""
    plans = {
        entry.form.child: entry
        for entry in words.each(SupportPlan)
        if isinstance(entry.form, SupportPlan)
    }
    return (_support(words, child, entry) for child, entry in plans.items())


def how_since(words: CaseWords, child: PersonRef, told: Told | None) -> Told | None:
    """Return how a child was at the newest review of support that is not before a talk."""
    for entry in reversed(as_it_happened(words.each(SupportReview))):
        own = isinstance(entry.form, SupportReview) and entry.form.child == child
        if own and not (told and entry.at < told.entry.at):
            return words.told_of(entry, SupportReview.how_is)
    return None


def _support(words: CaseWords, child: PersonRef, plan: Entry) -> Words:
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


def _review(words: CaseWords, child: PersonRef, plan: Entry) -> Entry | None:
    """Return the newest review of a plan that ended or changed it."""
    for entry in reversed(words.each(SupportReview)):
        form = entry.form
        if not isinstance(form, SupportReview) or form.child != child:
            continue
        if form.course is not Course.SAME and entry.at >= plan.at:
            return entry
    return None
