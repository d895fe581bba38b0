"""The situation of one item to be removed: what was asked, and what the case already says."""

from datetime import datetime

import msgspec

from app.domain.case.requests import WAITING, RequestState
from app.domain.forms.deletion import Hold
from app.domain.forms.requests import TAKEN_DOWN
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import Choice, Nation, YesNoUnknown
from app.domain.rules.bands import AgeBand
from app.domain.rules.holds import because, who_lifts
from app.removal.catalogue import Pictured, Service


class AccountHolder(Choice):
    """Who has an account with the service and can see the item there."""

    LEARNER = "learner", "The learner"
    OTHER = "other", "Somebody else who will help, such as a parent or whoever received it"
    NOBODY = "nobody", "Nobody"
    NOT_KNOWN = "not_known", "Not known"


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier request about the same item. `sent_at` is UTC."""

    service: str
    route: RouteKind
    sent_at: datetime
    state: RequestState = RequestState.SENT
    reference: str = ""


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """One item at one service, and the learner in it. `now` is UTC.

    `band` is the learner's age band today, None when it is not known. `adult_when_made` is whether
    they were 18 or over when it was made: somebody under 18 today never was. `agreed` means that
    those who lift every hold in `holds` have agreed to this request.
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
        """Whether it is certain that the person shown was 18 or over when it was made."""
        return self.band is AgeBand.ADULT and self.adult_when_made is YesNoUnknown.YES

    @property
    def pictured(self) -> Pictured:
        """Which ways of a service it takes: those for a child, unless it surely shows an adult."""
        return Pictured.ADULT if self.of_an_adult else Pictured.CHILD

    @property
    def held(self) -> str:
        """Why nothing may be removed yet and whose agreement is needed; "" without a hold."""
        if not self.holds or self.agreed:
            return ""
        return f"Wait for the agreement of {who_lifts(*self.holds)}: {because(*self.holds)}."

    def asked(self, route: RouteKind) -> Earlier | None:
        """Return the newest earlier request by a route; None if there is none."""
        made = [one for one in self.earlier if one.route is route]
        return max(made, key=lambda one: one.sent_at, default=None)

    def unanswered(self, *routes: RouteKind) -> bool:
        """Return whether a request by one of these routes failed.

        It was refused, the item came back, or 48 hours passed.
        """
        return any(
            one.state in {RequestState.REFUSED, RequestState.CAME_BACK}
            or (one.state in WAITING and self.now - one.sent_at >= TAKEN_DOWN)
            for one in self.earlier
            if one.route in routes
        )
