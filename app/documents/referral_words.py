"""The words of a case as one child's referral may use them: for agencies, others disguised."""

from collections.abc import Iterator

from app.documents.case_words import NOT_APPLICABLE, NOT_KNOWN, CaseWords
from app.documents.cast import cast_for
from app.documents.disguise import Disguise
from app.domain.answers import Person, PersonKind
from app.domain.case import Case
from app.domain.form import Entry
from app.domain.item import Item
from app.domain.record import Audience
from app.domain.referral import Referral
from app.domain.stages.person import PersonDetails
from app.domain.stages.social_care import ReferralBackground, ReferralCall, ReferralOpened


class ReferralWords(CaseWords):
    """What the letter of one referral may say, answer by answer, to agencies."""

    def __init__(self, case: Case, referral: Referral) -> None:
        self.child: Person = case.people[referral.opened.child].person
        hide = Disguise.of(cast_for(case, Audience.AGENCIES, self.child.id))
        super().__init__(case, Audience.AGENCIES, self.child.id, hide)
        self.referral = referral
        self.opened = self._newest(ReferralOpened)
        self.background = self._newest(ReferralBackground)
        self.calls = tuple(self._of_referral(ReferralCall))
        self.details = next(
            (
                item
                for item in reversed(case.current)
                if isinstance(item.form, PersonDetails) and item.form.person == self.child.id
            ),
            None,
        )

    def others(self) -> tuple[Person, ...]:
        """Give everyone with a part in the case but the child, their family and staff."""
        family = {PersonKind.PARENT, PersonKind.STAFF}
        people = (known.person for known in self.case.people.values())
        return tuple(p for p in people if p.id != self.child.id and p.kind not in family)

    def _of_referral(self, form: type[Entry]) -> Iterator[Item]:
        key = self.referral.id
        for item in self.case.current:
            if isinstance(item.form, form) and key in {
                item.root,
                getattr(item.form, "referral", ""),
            }:
                yield item

    def _newest(self, form: type[Entry]) -> Item | None:
        return next(reversed(tuple(self._of_referral(form))), None)


def write_sender(words: ReferralWords) -> str:
    """Write who refers: the name and role of whoever started the referral, as they were then."""
    author = words.opened.sealed.author if words.opened else None
    return f"{author.name}, {author.role}" if author else NOT_KNOWN


__all__ = ["NOT_APPLICABLE", "NOT_KNOWN", "ReferralWords", "write_sender"]
