"""The form for one service of the catalogue: edit it, or add one of the college's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework.services import adopt, catalogue, give_up, whose_services
from app.casework.session import Session
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Answers
from app.removal.own_service import ServiceAsked, answers_for, faults_at, service_of
from app.ui.drafts.keeping import Keeping
from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView
from app.ui.widgets.cards import scrolling
from app.ui.widgets.messages import sentence_of
from app.ui.widgets.parts import STEP, Banner, heading, line, muted, named, plain, primary
from app.vault.errors import VaultError

DRAFT = "service_"
"""The draft of a service is kept under this prefix and its id."""


class ServiceForm(QFrame):
    """Edits the service of an id, or continues its draft; without an id, a new service."""

    closed = Signal()

    def __init__(self, session: Session, service: str) -> None:
        super().__init__()
        self.session = session
        self.setProperty("part", "card")
        self.setObjectName("service_form")
        context = FormContext(now=session.now)
        self.view = FormView(ServiceAsked, context, lambda given: faults_at(given, session.now()))
        self.banner = Banner()
        self.banner.setObjectName("service_banner")
        self.banner.hide()
        self.service = service
        self.keeping = Keeping(self.view, session, page="Services", name=DRAFT + service)
        self._returned = muted(self.keeping.show(_standing(session, service)))
        self._returned.setObjectName("service_returned")
        self._returned.setVisible(bool(self._returned.text()))
        self._lay_out()

    def _lay_out(self) -> None:
        cancel = named(plain("Discard"), "discard_service", "Discard what is typed")
        cancel.clicked.connect(self._discard)
        back = named(plain("As it came"), "give_up_service", "As it came with the program")
        back.clicked.connect(self._give_up)
        back.setVisible(self.service in whose_services(self.session))
        save = named(primary("Save"), "save_service", "Save")
        save.clicked.connect(self.save)
        foot = line(cancel, back, save, spacing=12)
        foot.insertStretch(0, 1)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, STEP, STEP)
        inside.addWidget(self.view)
        inside.addStretch(1)
        area = scrolling(body)
        self.view.wants_visible.connect(area.reach)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(12)
        rows.addWidget(heading("A service"))
        rows.addWidget(muted("Plain words and addresses as text. Say when, and where, you saw it."))
        rows.addWidget(self._returned)
        rows.addWidget(self.banner)
        rows.addWidget(area, 1)
        rows.addLayout(foot)

    def save(self) -> None:
        """Store the service in this casebook, or say what is wrong with it."""
        if self.view.check():
            return
        asked = filled_in(ServiceAsked, self.view.answers())
        try:
            adopt(self.session, [service_of(self.service or self._new_id(), asked)], asked.why)
        except (ValueError, VaultError) as error:
            sentence = sentence_of(error) if isinstance(error, VaultError) else str(error)
            self.banner.say(sentence)
            self.banner.show()
            return
        self._close()

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        self.keeping.keep()

    def _discard(self) -> None:
        self.keeping.discard()
        self.closed.emit()

    def _give_up(self) -> None:
        give_up(self.session, self.service)
        self._close()

    def _close(self) -> None:
        self.keeping.settle()
        self.closed.emit()

    def _new_id(self) -> str:
        taken = {service.id for service in catalogue(self.session).service}
        return next(key for n in range(1, 1000) if (key := f"own_{n}") not in taken)


def _standing(session: Session, service: str) -> Answers:
    """Return the form's first answers: those of the service, with the reason of the last change."""
    found = catalogue(session).by_id(service)
    own = whose_services(session).get(service)
    return (answers_for(found) if found else {}) | ({"why": own.why} if own else {})
