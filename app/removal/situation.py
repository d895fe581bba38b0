"""The situation of one item to be removed: what is asked, and what the case says already."""

from datetime import datetime

import msgspec

from app.domain.case.requests import WAITING, RequestState
from app.domain.forms.deletion import Hold
from app.domain.forms.requests import TAKEN_DOWN
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import Choice, Nation, YesNoUnknown
from app.domain.rules.bands import AgeBand
from app.domain.rules.holds import because, who_lifts
from app.removal.catalogue import Service


class AccountHolder(Choice):
    """Who has an account with the service and can see the item there."""

    LEARNER = "learner", "The learner"
    OTHER = "other", "Somebody else who will help, such as a parent or whoever received it"
    NOBODY = "nobody", "Nobody"
    NOT_KNOWN = "not_known", "Not known"


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """A request made before about the same item. `sent_at` is UTC."""

    service: str
    route: RouteKind
    sent_at: datetime
    state: RequestState = RequestState.SENT
    reference: str = ""


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """One item at one service, and the learner it shows. `now` is UTC.

    `band` is the learner's age today, None when it is not known. `adult_when_made` says if they
    were 18 or over when it was made: somebody under 18 today never was. `agreed` says that whoever
    lifts every hold in `holds` has agreed to this request.
    """

    service: Service
    now: datetime
    band: AgeBand | None
    adult_when_made: YesNoUnknown = YesNoUnknown.NOT_KNOWN
    account: AccountHolder = AccountHolder.NOT_KNOWN
    public: YesNoUnknown = YesNoUnknown.NOT_KNOWN
    in_search: YesNoUnknown = YesNoUnknown.NO
    has_file: YesNoUnknown = YesNoUnknown.NOT_KNOWN
    exploited: YesNoUnknown = YesNoUnknown.NO
    concern: YesNoUnknown = YesNoUnknown.NO
    side_content: YesNoUnknown = YesNoUnknown.NO
    holds: tuple[Hold, ...] = ()
    agreed: bool = False
    nation: Nation = Nation.ENGLAND
    earlier: tuple[Earlier, ...] = ()

    @property
    def of_an_adult(self) -> bool:
        """True only when it is certain that the person shown was 18 or over when it was made."""
        return self.band is AgeBand.ADULT and self.adult_when_made is YesNoUnknown.YES

    @property
    def held(self) -> str:
        """Say why nothing may be removed yet and whose word is needed; empty when nothing holds."""
        if not self.holds or self.agreed:
            return ""
        return f"Wait for the agreement of {who_lifts(*self.holds)}: {because(*self.holds)}."

    def asked(self, route: RouteKind) -> Earlier | None:
        """Return the newest request made by a route to whom it would go to."""
        made = [one for one in self.earlier if one.route is route]
        return max(made, key=lambda one: one.sent_at, default=None)

    def unanswered(self, *routes: RouteKind) -> bool:
        """Return whether a request by one of these routes failed.

        Refused, back again, or 48 h old.
        """
        return any(
            one.state in {RequestState.REFUSED, RequestState.CAME_BACK}
            or (one.state in WAITING and self.now - one.sent_at >= TAKEN_DOWN)
            for one in self.earlier
            if one.route in routes
        )
