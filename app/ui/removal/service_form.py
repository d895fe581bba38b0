"""One service of the catalogue as a form: edited, or added as the college's own."""

from datetime import date
from typing import Annotated, Any
from uuid import uuid4

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.desk import Desk
from app.casework.drafts import Aside
from app.casework.services import adopt, catalogue, give_up, whose_services
from app.domain.answers import Inert, Line
from app.domain.form import Answers, Ask, Row, not_in_future, read_answers
from app.domain.freshness import Seen
from app.domain.nations import Nation
from app.domain.routes import RouteKind
from app.removal.catalogue import ForWhom, Route, Service, ServiceKind
from app.ui.case.cards import scrolling
from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView
from app.ui.keeping import Keeping, returned
from app.ui.messages import sentence_of
from app.ui.shell.named import named
from app.ui.theme.parts import STEP, Banner, heading, line, muted, plain, primary
from app.vault.errors import VaultError

_DRAFT = "service"
"""The name under which a service is kept that is typed and not yet saved."""
_PARTED = ";"


class RouteAsked(Row, frozen=True, kw_only=True):
    """One route of a service."""

    kind: Annotated[RouteKind, Ask("Route")]
    who: Annotated[ForWhom, Ask("For whom")]
    steps: Annotated[Line, Ask("How, in a few words")]
    asks: Annotated[Line | None, Ask("What it asks for", help="Parted by semicolons.")] = None
    address: Annotated[Inert | None, Ask("Address", help="Text. Nothing opens it.")] = None
    standing: Annotated[Seen, Ask("Seen, or from memory")]
    checked_on: Annotated[date | None, Ask("Seen there on", check=not_in_future)] = None
    source: Annotated[Line, Ask("Source")]


class ServiceAsked(Row, frozen=True, kw_only=True):
    """A service and its routes. What is written here wins over what came with the program."""

    name: Annotated[Line, Ask("Name")]
    kind: Annotated[ServiceKind, Ask("Kind")]
    nation: Annotated[
        Nation | None, Ask("Where it is for", help="Leave open for the whole United Kingdom.")
    ] = None
    rule: Annotated[Line | None, Ask("Rule broken, in its own words")] = None
    note: Annotated[Line | None, Ask("To be known")] = None
    route: Annotated[tuple[RouteAsked, ...], Ask("Routes")] = ()
    why: Annotated[Line, Ask("Why it is set", help="Such as who told you, or what you saw there.")]


class ServiceForm(QFrame):
    """Edits one service; None goes on with the one typed and not saved, or begins anew."""

    closed = Signal()

    def __init__(self, desk: Desk, service: Service | None) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("part", "card")
        self.setObjectName("service_form")
        context = FormContext(now=desk.now, new_id=lambda: str(uuid4()))
        self.view = FormView(ServiceAsked, context)
        self.banner = Banner()
        self.banner.setObjectName("service_banner")
        self.banner.hide()
        kept = self.waiting(desk) if service is None else None
        self.service = kept.words["service"] if kept else service.id if service else ""
        self.keeping = Keeping(self, desk, page="Services", name=_DRAFT, look=self._words)
        self._returned = muted(returned(kept) if kept else "")
        self._returned.setObjectName("service_returned")
        self._returned.setVisible(bool(kept))
        self._lay_out()
        before = whose_services(desk).get(self.service)
        if kept:
            self.view.set_answers(read_answers(ServiceAsked, kept.words["answers"].encode()))
            self.view.restore(msgspec.json.decode(kept.words["raw"], type=dict[str, str]))
        elif service:
            self.view.set_answers(_asked(service) | ({"why": before.why} if before else {}))
        self.view.changed.connect(self.keeping.changed)

    @staticmethod
    def waiting(desk: Desk) -> Aside | None:
        """Give the service that was typed and not saved, if there is one."""
        return drafts.aside(desk, _DRAFT)

    def _lay_out(self) -> None:
        cancel = named(plain("Discard"), "discard_service", "Discard what is typed")
        cancel.clicked.connect(self._discard)
        back = named(plain("As it came"), "give_up_service", "As it came with the program")
        back.clicked.connect(self._give_up)
        back.setVisible(self.service in whose_services(self.desk))
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
        """Keep the service in this casebook, or say what is wrong with it."""
        if self.view.check():
            return
        try:
            adopt(self.desk, [self._typed()], str(self.view.answers()["why"]))
        except (ValueError, VaultError) as error:
            sentence = sentence_of(error) if isinstance(error, VaultError) else str(error)
            self.banner.say(sentence)
            self.banner.show()
            return
        self._close()

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        self.keeping.keep()

    def _words(self) -> dict[str, str]:
        return {
            "service": self.service,
            "answers": msgspec.json.encode(self.view.answers()).decode(),
            "raw": msgspec.json.encode(self.view.raw_texts()).decode(),
        }

    def _discard(self) -> None:
        self.keeping.discard()
        self.closed.emit()

    def _give_up(self) -> None:
        give_up(self.desk, self.service)
        self._close()

    def _close(self) -> None:
        self.keeping.settle()
        self.closed.emit()

    def _typed(self) -> Service:
        answers: Answers = self.view.answers()
        body: dict[str, Any] = {"id": self.service or self._new_id(), **answers}
        body.pop("why", None)
        rows = answers.get("route") or ()
        assert isinstance(rows, tuple)
        body["route"] = [
            {**row, "asks": [one.strip() for one in row.get("asks", "").split(_PARTED) if one]}
            for row in rows
            if isinstance(row, dict)
        ]
        return msgspec.convert(msgspec.to_builtins(body), Service)

    def _new_id(self) -> str:
        taken = {service.id for service in catalogue(self.desk).service}
        return next(key for n in range(1, 1000) if (key := f"own_{n}") not in taken)


def _asked(service: Service) -> dict[str, Any]:
    """Give the answers of the form for a service."""

    def answers(one: Service | Route) -> dict[str, Any]:
        return {
            name: value
            for name in one.__struct_fields__
            if (value := getattr(one, name)) not in {"", None, ()}
        }

    given = answers(service)
    given.pop("id")
    routes = ({**answers(one), "asks": "; ".join(one.asks) or None} for one in service.route)
    given["route"] = tuple({k: v for k, v in row.items() if v is not None} for row in routes)
    return given
