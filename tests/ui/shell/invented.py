"""An invented week of cases, and a case page that does nothing."""

from datetime import UTC, date, datetime
from uuid import NAMESPACE_OID, uuid5

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.casework.recording import seal
from app.domain.case.case import Case
from app.domain.forms.asked import ImageryKind
from app.domain.forms.concern import ConcernReceived, Medium, Scope
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.referral_background import ReferralRoute
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralSent, Threshold
from app.domain.kit.answers import Involved, Person, PersonKind, Role, StaffMember, YesNoUnknown
from app.domain.kit.moments import LONDON, moment

OKAFOR = StaffMember("R. Okafor", "Designated Safeguarding Lead")
SIGNS = ("adult", "coercion", "unusual", "under_13", "harm", "extortion")
NO, YES = YesNoUnknown.NO, YesNoUnknown.YES


def london(*at):
    """Return the instant (UTC) of a time in Europe/London."""
    return datetime(*at, tzinfo=LONDON).astimezone(UTC)


def learner(name):
    return Person(id=str(uuid5(NAMESPACE_OID, name)), kind=PersonKind.LEARNER, name=name)


def concern(session, *names, account="A picture is said to be going round.", **answers) -> Case:
    """Seal a concern about these learners, every sign answered no unless told otherwise."""
    people = tuple(Involved(learner(name), (Role.PICTURED,)) for name in names)
    given = dict.fromkeys(SIGNS, NO) | {
        "reported_by": "M. Reyes, tutor",
        "told_to": OKAFOR,
        "told_at": moment(session.now()),
        "how": Medium.SPOKEN,
        "account": account,
        "imagery": (ImageryKind.STILL,),
        "scope": Scope.OWN,
        "people": people,
    }
    return seal(session, ConcernReceived, given | answers)


def review(session, case, *actions):
    """Seal an initial review with agreed actions: (what, day)."""
    asked = [
        "risk_now",
        "refer",
        "view",
        "more",
        "spread",
        "remove",
        "facts",
        "elsewhere",
        "parents",
    ]
    answers = dict.fromkeys((*asked, *SIGNS), NO)
    answers |= {f"{name}_why": "As far as is known today." for name in asked}
    rows = tuple(
        {"what": what, "who": OKAFOR, "by": by, "why": "Agreed by all."} for what, by in actions
    )
    answers |= {"held_at": moment(session.now()), "chair": OKAFOR, "actions": rows}
    return seal(session, InitialReview, answers, case=case)


def refer(session, case, *, sent=False, team="Exampleshire front door"):
    """Open a referral for the first learner, phone it through, and perhaps send it."""
    decided = dict.fromkeys(SIGNS, NO) | {
        "decided_at": moment(session.now()),
        "decided_by": OKAFOR,
        "decision": Decision.REFER,
        "refer_to": (Body.SOCIAL_CARE,),
        "why": "A learner may be at risk.",
    }
    case = seal(session, DecisionMade, decided, case=case)
    opened = {
        "child": next(iter(case.people)),
        "threshold": Threshold.PROTECTION,
        "team": team,
        "why_now": "A learner may be at risk.",
        "safe_now": "In college, with a tutor.",
        "asked_for": "A strategy discussion.",
    }
    case = seal(session, ReferralOpened, opened, case=case)
    referral = case.referrals[-1].id
    call = {
        "referral": referral,
        "called_at": moment(session.now()),
        "called_by": OKAFOR,
        "reached": YES,
        "spoke_to": "P. Lind, duty worker",
        "advice": "Send it in writing.",
    }
    case = seal(session, ReferralCall, call, case=case)
    if sent:
        written = {
            "referral": referral,
            "sent_at": moment(session.now()),
            "sent_by": OKAFOR,
            "route": ReferralRoute.SECURE_EMAIL,
            "sent_to": "Exampleshire front door",
        }
        case = seal(session, ReferralSent, written, case=case)
    return case


def a_working_week(session, clock):
    """Fill a casebook with what a DSL has on the desk on Thursday 19 November 2026 at 10:30."""
    clock.at = london(2026, 11, 17, 14, 0)
    chased = concern(session, "Tomasz Holm")
    refer(session, chased, sent=True)
    clock.at = london(2026, 11, 18, 8, 30)
    called = concern(session, "Ava Stone", "Ben Marsh")
    refer(session, called)
    clock.at = london(2026, 11, 18, 9, 30)
    plain = concern(session, "Priya Nair", "Jo Ellery")
    review(
        session,
        plain,
        ("Meet the parents of Priya Nair", date(2026, 11, 19)),
        ("See Jo again after the weekend", date(2026, 11, 23)),
    )
    clock.at = london(2026, 11, 18, 16, 0)
    concern(session, "Cal Whitby", adult=YesNoUnknown.NOT_KNOWN, harm=None)
    clock.at = london(2026, 11, 19, 9, 0)
    concern(session, "Mia Osei", coercion=YES)
    clock.at = london(2026, 11, 19, 10, 30)
    return called, plain


class DummyCase(QWidget):
    """Stands in for the page of a case: one line, and a note of what was asked of it."""

    title = "Case"

    def __init__(self, session, navigation):
        super().__init__()
        self.shown = []
        self.kept = []
        self.error = None
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def show_case(self, case, form_name=None, draft=None, due=None):
        self.shown.append((case, form_name, draft))
        self.due = due

    def refresh(self):
        pass

    def keep_draft(self):
        if self.error:
            raise self.error
        self.kept.append(self.line.text())


def open_dialog(parent):
    """Open a dialog that holds the whole window, as any modal one does."""
    dialog = QDialog(parent)
    dialog.setModal(True)
    dialog.open()
    return dialog
