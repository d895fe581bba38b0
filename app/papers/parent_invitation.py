"""The invitation to a parent: please come and talk with us. It says nothing of what happened.

Source: uk-guidance 1.10: hard news is told in person; a letter may be opened by somebody else.
"""

from app.domain import names
from app.domain.case.case import Case
from app.domain.kit.moments import day_of, write_full_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.kind import PaperKind, Subject, whoever_issues
from app.papers.parent_call import subjects
from app.typesetting.content import Content, Issue, WritingLines
from app.typesetting.letter import Closing, LetterProse
from app.typesetting.page import PERSONAL

TITLE = "Please come and talk with us"
WHY_SO = "It is better to talk about it than to write."
BRING = "You may bring somebody you trust. Tell us if you need an interpreter, or help to get here."


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the invitation. Raises KeyError for somebody who is not in the case."""
    assert subject.reader
    assert subject.person
    parent, child = case.people[subject.reader].person, case.people[subject.person].person
    first = names.first_name(child.name)
    reach = " or ".join(filter(None, (issue.college.to_ring, issue.college.mailbox)))
    texts = (
        f"Dear {parent.name},",
        f"I would like to talk with you about {first}. {WHY_SO}",
        BRING,
        f"If the time below does not suit you, please tell me on {reach}." if reach else "",
    )
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        under=write_full_day(day_of(issue.at)),
        recipient=parent.name,
        parts=(
            LetterProse("", tuple(filter(None, texts))),
            WritingLines("When and where", ("Day and time", "Where", "Who will be there")),
            Closing("With kind regards", issue.author.name, issue.author.role),
        ),
        marking=PERSONAL,
        discreet=True,
    )


KIND = PaperKind(
    key="parent_invitation",
    title="Invitation to a parent or carer",
    audience=Audience.PARENTS,
    reader="A parent or carer",
    stage=Stage.PARENTS,
    subjects=subjects,
    content=content,
    ring=whoever_issues,
)
