"""The desk card for all staff: what to do and not to do, on one page, without any case.

Source: the guidance card of the concern, whose rules each name their source; what was only
recalled is left out.
"""

from app.domain.case.case import Case
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.directory import HelpFor
from app.papers.kind import PaperKind, Subject, whole_case
from app.papers.rows import help_table
from app.typesetting.content import Content, Issue, LargePoints, Part
from app.typesetting.text import Strong

TITLE = "If you hear of an intimate image of a learner"
READER = "Members of staff"


def content(_case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return the card. It holds nothing from the case it was issued from."""
    said = issue.supplement
    parts: list[Part] = []
    for heading, rules in (("Do", said.do), ("Do not", said.do_not)):
        if rules:
            parts.append(LargePoints(heading, rules))
    parts += help_table("In danger, or nobody here to ask", said.help[:3])
    reach = " · ".join(filter(None, (issue.college.phone, issue.college.mailbox)))
    return Content(
        issue=issue,
        kind="Card for the desk of staff",
        title=TITLE,
        under=said.checked,
        recipient=READER,
        callout=((Strong("Tell the Safeguarding Team now"), f": {reach}" if reach else "."),),
        parts=tuple(parts),
        marking="FOR ALL STAFF",
    )


KIND = PaperKind(
    key="staff_card",
    title="Desk card for staff",
    audience=Audience.STAFF,
    reader=READER,
    stage=Stage.CONCERN,
    subjects=whole_case,
    content=content,
    help=HelpFor.STAFF,
    rules=True,
)
