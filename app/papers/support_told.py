"""For agencies: the support plan of each learner under its day, and how it went on since."""

from collections.abc import Iterator

from app.domain.case.entry import Entry
from app.domain.forms.close import CaseReviewed
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.papers.case_words import CaseWords, Told
from app.papers.rows import on_day
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
    """Return how a child was at the newest review, of support or the case, not before a talk."""
    found = (_how(words, one, child) for one in words.each(SupportReview, CaseReviewed))
    reviews = [one for one in found if one and not (told and one.entry.at < told.entry.at)]
    return max(reviews, key=lambda one: one.entry.at, default=None)


def _how(words: CaseWords, review: Entry, child: PersonRef) -> Told | None:
    """Return how a child was at one review, if somebody spoke with them there."""
    form = review.form
    if isinstance(form, SupportReview):
        return words.told_of(review, SupportReview.how_is) if form.child == child else None
    told = words.told_of(review, CaseReviewed.spoken)
    own = [
        words.hide.over(row.how)
        for row in words.rows(review, CaseReviewed.spoken)
        if row.learner == child and row.spoken is YesNoUnknown.YES
    ]
    return told._replace(answer=" ".join(own)) if told and own else None


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
