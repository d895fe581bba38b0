"""The words of a case as one audience may read them, with other people disguised."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

import msgspec

from app.disclosure.audience import Paragraph, paragraphs_for
from app.disclosure.disguise import Disguise
from app.domain.case.bodies import BodyReferral, Referral, referral_of
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.standing import Standing
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.person import PersonDetails
from app.domain.forms.sharing import HowItIsNow
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Choice, Person, PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, Question, Row, form_of, name_of, questions_of
from app.domain.kit.record import Audience, EntryId
from app.domain.kit.wording import told_apart
from app.typesetting.text import Quiet

NOT_RECORDED = Quiet("Not recorded in this case")
"""What nobody has written down. “Not known” is an answer that somebody chose."""
ASK_COLLEGE = Quiet(f"{NOT_RECORDED}; ask the college")
"""The same for a reader outside the college."""
NOT_APPLICABLE = Quiet("Not applicable")

RowT = TypeVar("RowT", bound=Row)
_FAMILY = (Audience.LEARNER, Audience.PARENTS)
_ADDED = re.compile(r" ?\[[^\[\]]*\]")


class Told(NamedTuple):
    """An entry, one answer of it in words, and the question that was answered.

    `now` is what was said last of how that is now, if anything was. `then` are the words before its
    day in place of those of its form, "" for those.
    """

    entry: Entry
    answer: str
    question: Question
    now: "Told | None" = None
    then: str = ""


class CaseWords:
    """The words of a case for one paper.

    Every answer passes the audience rule and the disguise. A missing answer is "Not recorded". A
    question that was not asked because it does not apply is "Not applicable": not where nobody
    knows yet whether it does.
    """

    def __init__(
        self,
        case: Case,
        audience: Audience,
        about: PersonRef | None = None,
        hide: Disguise | None = None,
    ) -> None:
        self.case = case
        self.hide = hide or Disguise(())
        said = on_paper(case, paragraphs_for(case, audience, about))
        self.paragraphs = tuple(map(_own_words, said)) if audience in _FAMILY else said
        self._said: Mapping[tuple[EntryId, str], Paragraph] = {
            (said.root, said.name): said for said in self.paragraphs
        }
        self._now = _said_since(case, self._said, self.hide)

    def answer(self, entry: Entry | None, question: object) -> str:
        """Return one answer in words, or `NOT_RECORDED` or "Not applicable".

        Here and below a question is given as the attribute of its form: `InitialReview.risk_now`.
        """
        if entry is None:
            return NOT_RECORDED
        name = name_of(question)
        said = self._said.get((entry.root, name))
        if said:
            return _printed(self.hide, said)
        answers = answers_of(entry.form)
        (asked,) = (one for one in questions_of(type(entry.form)) if one.name == name)
        hangs_on = asked.ask.shown_if
        open_yet = hangs_on and answers.get(hangs_on.name) is YesNoUnknown.NOT_KNOWN
        return NOT_RECORDED if open_yet or asked.shown(answers) else NOT_APPLICABLE

    def listed(self, entry: Entry | None, *questions: object) -> str:
        """Return several answers in words, one after the other."""
        return ", ".join(self.answer(entry, question) for question in questions)

    def after(self, lead: str, entry: Entry, question: object) -> str:
        """Return `lead` and one answer, disguised together.

        So a description after `lead` begins with a small letter.
        """
        said = self._said.get((entry.root, name_of(question)))
        return self.hide.over(f"{lead}{said.words}") if said else f"{lead}somebody not recorded"

    def lines(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """Return every answer of one entry that may be read, with its label."""
        said = (said for said in self.paragraphs if said.root == entry.root)
        return tuple((one.label, _printed(self.hide, one)) for one in said)

    def rows(self, entry: Entry | None, question: tuple[RowT, ...]) -> tuple[RowT, ...]:
        """Return an answer of several rows as recorded; names in them are not disguised."""
        name = name_of(question)
        if entry is None or (entry.root, name) not in self._said:
            return ()
        rows: tuple[RowT, ...] = getattr(entry.form, name)
        return rows

    def told(self, question: object) -> tuple[Told, ...]:
        """Return each entry that answers one question, with the answer, oldest first."""
        form = form_of(question)
        told = (
            self.told_of(entry, question)
            for entry in self.case.current
            if isinstance(entry.form, form)
        )
        return tuple(filter(None, told))

    def told_of(self, entry: Entry | None, question: object) -> Told | None:
        """Return one answer of an entry, None if there is none that may be read."""
        if entry is None:
            return None
        name = name_of(question)
        (asked,) = (one for one in questions_of(type(entry.form)) if one.name == name)
        return self._told(entry, asked)

    def _told(self, entry: Entry, asked: Question) -> Told | None:
        answer = (entry.root, asked.name)
        said = self._said.get(answer)
        return (
            Told(entry, _printed(self.hide, said), asked, self._now.get(answer)) if said else None
        )

    def stands(self, fact: Fact, *about: PersonRef) -> Told | None:
        """Return the newest answer on a fact about these people that may be read, with its entry.

        Without anybody it may be about anybody; `WHOLE_CASE` stands for what names nobody.
        """
        told = (self.told_by(one) for one in self.case.stands.history(fact, *about))
        return next(filter(None, told), None)

    def told_by(self, one: Standing) -> Told | None:
        """Return the answer that stands on a fact, with its entry, if it may be read."""
        return self._told(one.entry, one.said.question)

    def each(self, *forms: type[Form]) -> tuple[Entry, ...]:
        """Return every entry of these forms that may be read in part or whole, oldest first."""
        roots = {said.root for said in self.paragraphs}
        return tuple(
            entry
            for entry in self.case.current
            if isinstance(entry.form, forms) and entry.root in roots
        )

    def details_of(self, person: PersonRef) -> Entry | None:
        """Return the newest entry with the details of one person, if there is one."""
        for entry in reversed(self.case.current):
            if isinstance(entry.form, PersonDetails) and entry.form.person == person:
                return entry
        return None

    def newest(self, form: type[Form]) -> Entry | None:
        """Return the newest entry of a form."""
        return next((i for i in reversed(self.case.current) if isinstance(i.form, form)), None)

    def called(self, person: Person) -> str:
        """Return the name of a person, or their description if they are hidden."""
        return self.hide.called(person.id) or person.name


def _printed(hide: Disguise, said: Paragraph) -> str:
    return said.words if said.own else hide.over(said.words)


def readable_referrals(words: CaseWords) -> tuple[Referral, ...]:
    """Return the referrals to social care that may be read in part or whole, oldest first."""
    readable = {entry.root for entry in words.each(ReferralOpened)}
    return tuple(one for one in words.case.referrals if one.id in readable)


def readable_body_referrals(words: CaseWords) -> tuple[BodyReferral, ...]:
    """Return the referrals to other bodies that may be read in part or whole, oldest first."""
    readable = {entry.root for entry in words.each(BodyReferralOpened)}
    return tuple(one for one in words.case.body_referrals if one.id in readable)


def _said_since(
    case: Case, said: Mapping[tuple[EntryId, str], Paragraph], hide: Disguise
) -> Mapping[tuple[EntryId, str], Told]:
    """Return what was said last of how something is now, by the answer that said how it was."""
    (asked,) = (one for one in questions_of(HowItIsNow) if one.name == name_of(HowItIsNow.now))
    return {
        (entry.form.of, entry.form.question): Told(entry, hide.over(now.words), asked)
        for entry in case.current
        if isinstance(entry.form, HowItIsNow) and (now := said.get((entry.root, asked.name)))
    }


def on_paper(case: Case, said: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs as papers print them: choices that hold a comma have another mark between.

    Each is of an entry that holds, read on today’s form or as it was written.
    """
    forms = {(entry.root, type(form)): form for entry in case.current for form in entry.readings}
    return tuple(_told_apart(forms[one.root, one.form], one) for one in said)


def _own_words(said: Paragraph) -> Paragraph:
    """Return somebody’s own words as they said them, without what was added in square brackets.

    The college adds whom they mean for readers outside. They know, and others see what they hold.
    """
    quoted = said.words.startswith("“") and said.words.endswith("”")
    return msgspec.structs.replace(said, words=_ADDED.sub("", said.words)) if quoted else said


def _told_apart(form: Form, said: Paragraph) -> Paragraph:
    answer = answers_of(form)[said.name]
    chosen = [one for one in answer if isinstance(one, Choice)] if isinstance(answer, tuple) else ()
    return msgspec.structs.replace(said, words=told_apart(chosen)) if chosen else said


class StepWords(CaseWords):
    """The words of one referral: its opening entry, and the steps that refer to it.

    `opened` is the newest entry that opens it, or None.
    """

    def __init__(
        self,
        case: Case,
        referral: EntryId,
        opening: type[Form],
        about: PersonRef | None,
        hide: Disguise,
    ) -> None:
        super().__init__(case, Audience.AGENCIES, about, hide)
        self._id = referral
        self.opened = self.newest_step(opening)

    def _told(self, entry: Entry, asked: Question) -> Told | None:
        told = super()._told(entry, asked)
        other = isinstance(entry.form, ReferralOpened) and entry.root != self._id
        return told._replace(then=_TO_SOCIAL_CARE) if told and other else told

    def steps(self, form: type[Form]) -> tuple[Entry, ...]:
        """Return the opening, or the steps on one form, oldest first."""
        return tuple(
            entry
            for entry in self.case.current
            if isinstance(entry.form, form) and self._id in {entry.root, referral_of(entry.form)}
        )

    def newest_step(self, form: type[Form]) -> Entry | None:
        """Return the newest step on a form."""
        return next(reversed(self.steps(form)), None)

    @property
    def sender(self) -> str:
        """The name and role of whoever opened the referral, as they were then."""
        author = self.opened.sealed.author if self.opened else None
        return f"{author.name}, {author.role}" if author else NOT_RECORDED


_TO_SOCIAL_CARE = f"{ReferralOpened.then} to social care"
"""What stands before an answer of that referral in the words of another, which has its own day."""


def as_sentence(words: str) -> str:
    """Return words with a capital letter at the beginning, like a sentence."""
    return words[:1].upper() + words[1:]
