"""A case document in the preview: made in a worker thread, issued, and shown again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.casework.documents import (
    IssuedPaper,
    PreparedPaper,
    ReissuedPaper,
    prepare_again,
    render,
    render_again,
)
from app.casework.protecting import (
    Saved,
    prepare_protected,
    refuse_beside,
    save_protected,
    seal_protected,
)
from app.casework.saving import NotSaved
from app.casework.session import Session
from app.disclosure.leak import LeakFound
from app.domain.case.case import Case
from app.domain.kit.record import Audience
from app.papers.kinds import to_look_at
from app.papers.of_its_day import stale_in
from app.papers.sides import Side, printed_sides
from app.papers.withheld import withheld_from
from app.typesetting.document import Document
from app.ui.case_papers.against_panel import AgainstPanel
from app.ui.case_papers.children_panel import ChildrenPanel
from app.ui.case_papers.disguise_view import DisguiseView
from app.ui.case_papers.issuing import Issuing
from app.ui.case_papers.meant_panel import MeantPanel
from app.ui.case_papers.stale_panel import StalePanel
from app.ui.paper.preview import Preview
from app.ui.paper.printing import Saving
from app.ui.widgets import tasks
from app.ui.widgets.parts import STEP, column, named, plain, toggle
from app.vault.errors import VaultError


class ReplacedView(DisguiseView):
    """Replaces the pages while its button is pressed. Compares in a worker thread."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        self._prepared: PreparedPaper | None = None
        self.button: QPushButton = named(
            toggle("What was replaced"), "replaced", "What was replaced for this reader"
        )
        self.button.toggled.connect(self._turn)
        self.offer(None)

    def offer(self, prepared: PreparedPaper | None) -> None:
        """Show the button if this document is disguised. Start with the pages themselves."""
        self._prepared = prepared
        self.button.setChecked(False)
        self.button.setVisible(prepared is not None and prepared.offer.disguises)
        self.setVisible(False)
        self._pages.setVisible(True)

    def _turn(self, down: bool) -> None:
        self._pages.setVisible(not down)
        self.setVisible(down)
        if down and (prepared := self._prepared):
            kind, subject = prepared.offer
            work = partial(
                printed_sides,
                prepared.content,
                prepared.case,
                kind.audience,
                subject.about,
                subject.entry,
            )
            tasks.start(self, work, done=partial(self._show, prepared), failed=_report)

    def _show(self, prepared: PreparedPaper, sides: tuple[Side, ...]) -> None:
        if prepared is self._prepared:
            self.show_sides(sides)


def _report(error: Exception) -> None:
    raise error


class Protecting(QObject):
    """Saves one protected copy at a time.

    The passphrase slip is never written to disk. If the document was closed meanwhile, nobody would
    see the slip. The copy is then deleted, as nothing else opens it.
    """

    saved = Signal(object, object)
    """The Saved copy with its slip, and the Case with the entry about it."""

    def __init__(self, session: Session, saving: Saving, shows: Callable[[str], bool]) -> None:
        """Set up the button. `shows` returns whether an issued document is on screen."""
        super().__init__(saving)
        self._session = session
        self._saving = saving
        self._shows = shows
        self.button = plain("Save protected…", "lock")
        self.button.setObjectName("save_protected")
        saving.begun.connect(partial(self.button.setEnabled, False))
        saving.ended.connect(partial(self.button.setEnabled, True))

    def begin(self, case: Case, number: str, folder: Path) -> None:
        """Save a protected copy of an issued document in a folder."""
        self._saving.begin(
            partial(save_protected, prepare_protected(self._session, case, number), folder),
            record=self._seal,
            take_away=Saved.take_away,
        )

    def _seal(self, saved: Saved) -> None:
        if not self._shows(saved.number):
            saved.take_away()
            return
        self.saved.emit(saved, seal_protected(self._session, saved))


AFTER_ISSUE = {
    Audience.DSL: "Issued. It is for you alone: keep it as you keep the casebook.",
    Audience.AGENCIES: (
        "Issued. Send it by its reader’s secure route, then record that it was sent."
    ),
}
GIVEN = "Issued. Give or send it to its reader alone, then record that you did."
AS_ISSUED = "Exactly as issued."
TOLD_OTHERWISE = (
    "This document no longer comes out as it was issued, and what comes out may tell who somebody "
    "else is. The issued one is the one sent. Issue it again to look at each place."
)
SLIP = "Passphrase slip"
SHOWN_ONCE = (
    "This slip is kept nowhere: print it, or write its words down, before you leave it. Hand it "
    "over by another way than the file."
)
OTHERWISE = "Made from the same record, but not the very same file: the issued one is the one sent."


class DocumentPreview(Preview):
    """Shows one document of one case at a time. Does slow work in a worker thread."""

    ready = Signal()
    """A document can be seen."""
    recorded = Signal(object)
    """The Case with one more entry: a document was issued, or words found in it were allowed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._case: Case | None = None
        self._shown: PreparedPaper | None = None
        self._copy: Path | None = None
        """The protected copy whose slip is shown."""
        self._tasks = tasks.Newest(self)
        self.protecting = Protecting(session, self.saving, lambda number: number == self.name)
        self.protecting.saved.connect(self._saved)
        self.protect_button = self.protecting.button
        self.protect_button.clicked.connect(lambda: _ask_folder(self, self.save_protected))
        self.top.insertWidget(3, self.protect_button)
        self.replaced = ReplacedView(self.view)
        self.top.insertWidget(2, self.replaced.button)
        self.middle.addWidget(self.replaced, 1)
        self.issuing = Issuing(session, self)
        self.issuing.issued.connect(self._issued)
        self.issuing.recorded.connect(self._go_on_with)
        self.issuing.said.connect(self._say)
        self.issuing.said.connect(lambda _: _offer_again(self.issue_button))
        self.issuing.panel.look.connect(self.go_to_page)
        self.middle.addWidget(self.issuing.panel)
        self.meant, self.stale = MeantPanel(session), StalePanel(session)
        self.others, self.against = ChildrenPanel(session), AgainstPanel(session)
        self.meant.changed.connect(self.stale.keep_in_passing)
        self.meant.changed.connect(self.others.keep_in_passing)
        self.meant.changed.connect(self.draft)
        self.others.recorded.connect(self._go_on_with)
        self.others.changed.connect(self.stale.keep_in_passing)
        self.others.changed.connect(self.draft)
        beside = column(self.against, self.meant, spacing=2 * STEP)
        beside.addWidget(self.others, 1)
        beside.addWidget(self.stale, 1)
        self.middle.addLayout(beside)
        self.issue.connect(self._begin)

    def draft(self, prepared: PreparedPaper) -> None:
        """Render a document as a draft in a worker thread, then show it."""
        self._case, self._shown = prepared.case, prepared
        self.about = prepared.case.id
        work = partial(render, prepared)
        self._tasks.start(work, done=self._show_draft, failed=self._failed)

    def show_issued(self, case: Case, number: str) -> None:
        """Show an issued document, made again from the record as it was then."""
        prepared = prepare_again(self._session, case, number)
        self._case, self._shown = case, prepared
        self.about = case.id

        def show(again: ReissuedPaper) -> None:
            self._show(again.pdf, AS_ISSUED if again.same else OTHERWISE)

        self._tasks.start(partial(render_again, prepared), done=show, failed=self._failed)

    @property
    def disguises(self) -> bool:
        """Whether the document shown is for a reader from whom everybody else is hidden."""
        return self._shown is not None and self._shown.offer.disguises

    def save_protected(self, folder: Path) -> None:
        """Save a copy that only a new passphrase opens, in a worker thread, and show its slip.

        Raises ValueError for a draft.
        """
        self.hold_drafts()
        assert self._case
        begin = partial(self.protecting.begin, self._case, self.name, folder)
        self.saving.offer(folder, folder, begin)

    def save(self, path: Path) -> None:
        """Save the PDF shown. Refuse a slip beside its own copy. Raises ValueError for a draft."""
        try:
            if self._copy:
                refuse_beside(self._copy, path)
        except NotSaved as error:
            self._say(error.sentence)
            return
        super().save(path)

    def _saved(self, saved: Saved, case: Case) -> None:
        """Show the slip of a protected copy from memory, to be printed or written down."""
        self._go_on_with(case)
        self._copy = saved.pdf
        words, name = f"Saved as {saved.pdf.name}. {SHOWN_ONCE}", f"{saved.number}-passphrase"
        self.show_document(saved.slip, title=SLIP, words=words, name=name, draft=False)
        self.protect_button.hide()
        self.replaced.offer(None)
        self.print_button.setFocus()

    def keep_draft(self) -> None:
        """Keep what is typed beside the page. Raises the vault's errors when it cannot be kept."""
        self.issuing.panel.keep_draft()
        self.stale.keep_draft()
        self.others.keep_draft()

    def forget(self) -> None:
        """Release the document, and stop waiting for work on it."""
        super().forget()
        self._tasks.drop()
        self.issuing.stop()
        self.against.clear()
        self.meant.hide()
        self.stale.clear()
        self.others.clear()
        self._shown = self._copy = None
        self.name = ""
        self.replaced.offer(None)

    def _begin(self) -> None:
        assert self._shown
        if self.against.check():
            return
        self.notice.hide()
        try:
            case = self.stale.seal(self._shown.case)
        except VaultError as error:
            self._say(error.sentence)
            return
        self.meant.hide()
        self.stale.clear()
        self.others.clear()
        self.issue_button.setEnabled(False)
        if case is not self._shown.case:
            self._go_on_with(case)
        self.against.hide()
        self.issuing.begin(self._shown, self.against.typed)

    def _issued(self, prepared: PreparedPaper, issued: IssuedPaper) -> None:
        self._shown = prepared
        self._go_on_with(issued.case)
        words = AFTER_ISSUE.get(prepared.offer.kind.audience, GIVEN)
        self._show(issued.document.pdf, words)
        self.save_button.setFocus()

    def _go_on_with(self, case: Case) -> None:
        self._case = case
        self.recorded.emit(case)

    def _show_draft(self, document: Document) -> None:
        content = document.content
        replaces = f" It would take the place of {content.issue.replaces}."
        words = f"A draft for {content.recipient}. Issuing it adds to the record."
        assert self._shown
        look_at = to_look_at(self._shown.offer, self._shown.case, content.issue)
        said = words + replaces * bool(content.issue.replaces)
        self._show(document.pdf, " ".join((said, *look_at)), draft=True)
        self.against.ask(self._shown)
        self.meant.ask(self._shown)
        self.others.ask(self._shown)
        self.stale.show_lines(self._shown.case, stale_in(content))
        if held := withheld_from(self._shown.case, self._shown.offer, content.issue.at):
            self._say("\n".join(held))

    def _show(self, pdf: bytes, words: str, *, draft: bool = False) -> None:
        assert self._shown
        self._copy = None
        number, kind = self._shown.content.issue.number, self._shown.offer.kind
        title = kind.title if draft else number
        self.show_document(pdf, title=title, words=words, name=number, draft=draft)
        self.protect_button.setVisible(not draft)
        self.issue_button.setEnabled(True)
        self.issuing.stop()
        if not draft:
            self.meant.hide()  # a draft shown anew leaves the focus where somebody chooses
        self.stale.clear()
        self.others.clear()
        self.replaced.offer(self._shown)
        self.ready.emit()

    def _failed(self, error: Exception) -> None:
        """Explain why an issued document is not shown: the leak check can refuse it today."""
        if not isinstance(error, LeakFound):
            raise error
        self.forget()
        self.protect_button.hide()
        self.show_nothing(TOLD_OTHERWISE)
        self.ready.emit()


def _offer_again(button: QPushButton) -> None:
    button.setEnabled(True)
    button.setFocus()


def _ask_folder(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    dialog = QFileDialog(parent, "Folder for the protected copy")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
