"""Routes of removal: the ways in which a request is made, and who makes it."""

from app.domain.kit.answers import Choice


class RouteKind(Choice):
    """A way to have imagery removed. Source: uk-guidance 4, routes for people under 18."""

    REPORT_REMOVE = "report_remove", "Report Remove"
    TAKE_IT_DOWN = "take_it_down", "Take It Down"
    IN_APP = "in_app", "In the app, by an account holder"
    PUBLIC_FORM = "public_form", "Public form, on the learner’s behalf"
    STATUTORY = "statutory", "Statutory intimate-image report"
    IWF = "iwf", "Internet Watch Foundation"
    CEOP = "ceop", "CEOP Safety Centre"
    SEARCH = "search", "Search engine"
    POSH = "posh", "Professionals Online Safety Helpline"
    HARMFUL_CONTENT = "harmful_content", "Report Harmful Content"
    COMPLAINT = "complaint", "Complaint to the service"
    ADULT = "adult", "StopNCII and other routes for adults"
    COLLEGE = "college", "The college’s own service"


FROM_THE_DEVICE = (RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN)
"""The routes that need the file on the device it was made on, so they come before deletion.

Both are the learner’s own report: during a hold nobody suggests or forbids them."""
WRITTEN = (
    RouteKind.IN_APP,
    RouteKind.PUBLIC_FORM,
    RouteKind.STATUTORY,
    RouteKind.IWF,
    RouteKind.SEARCH,
    RouteKind.COMPLAINT,
)
"""The routes that send a request in words: one copy a request, with its place."""
REMOVES_NOTHING = (RouteKind.COLLEGE, RouteKind.CEOP, RouteKind.POSH)
"""The routes that only preserve, tell the police, or ask for advice."""


def waits(route: RouteKind) -> bool:
    """Return whether a route waits for agreement during a hold (uk-guidance 4.1).

    Each route that removes something does: it may remove what the police want to see first.
    """
    return route not in REMOVES_NOTHING


class DoneBy(Choice):
    """Who makes a removal request."""

    LEARNER = "learner", "Learner"
    WITH_LEARNER = "with_learner", "Learner, with a member of staff beside them"
    PARENT = "parent", "Parent or carer"
    HOLDER = "holder", "Another account holder"
    STAFF = "staff", "Member of staff"
