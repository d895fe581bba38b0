"""The tour: practice cases played through the real windows; every screen and paper is saved."""

import argparse
import sys
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSize

from app import paths
from app.casework.opening import Program, read_program
from app.domain.case.case import documents_of
from app.domain.kit.stage import HANDLING
from app.papers.kinds import offers_for
from app.practice.casefile import CaseFile, CaseFileMistake, read_case_file
from app.tour.guide import PASSPHRASE, CaseClock, Guide, Journey
from app.tour.hand import type_into
from app.ui.case.page import TABS
from app.ui.shell.entrance import make_application
from app.ui.theme import Scheme

CASES = ("01-passed-on", "02-demands", "03-device-held", "10-seen-by-accident", "11-coach")
"""The cases played unless another is requested: together they need every kind of paper."""
RAIL = ("cases", "documents", "services", "contacts", "settings")
"""The pages of the rail to show last."""
MAILBOX = "safeguarding@college.example"
HALF_TYPED = "The tutor has phoned to say that"


class Tour(Journey):
    """One case with pictures, numbered in the order in which they were seen."""

    def __init__(self, guide: Guide, file: CaseFile, clock: CaseClock, out: Path) -> None:
        super().__init__(guide, file, clock)
        self.out = out
        self.seen = 0

    def look(self, name: str) -> None:
        """Save what is on screen as a PNG."""
        self.guide.settle()
        self.seen += 1
        folder = self.out / "screens" / self.file.name
        folder.mkdir(parents=True, exist_ok=True)
        self.guide.shown.grab().save(str(folder / f"{self.seen:02}-{name}.png"))

    def keep_document(self, module: str) -> None:
        """Save the document on screen as a PDF; a second one of a kind gets a number."""
        folder = self.out / "documents"
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{self.file.name}-{module}"
        before = len(list(folder.glob(f"{name}*.pdf")))
        self.guide.page.preview.write(folder / f"{name}{f'-{before + 1}' * bool(before)}.pdf")
        self.guide.settle()

    def first_run(self) -> None:
        """Create the casebook, and set the mailbox that no statutory report is issued without."""
        super().first_run()
        self.guide.press("rail_settings")
        self.guide.fill({"college_mailbox": MAILBOX})
        self.guide.press("college_save")
        self.guide.press("rail_today")

    def run(self) -> None:
        """Play the case from the first run to the last entry, and lock in the middle of typing."""
        self.first_run()
        self.play()
        for stage in HANDLING:
            self.guide.press(f"stage_{stage.value}")
            self.look(f"stage-{stage.value}")
        self.issue_the_rest()
        for tab in TABS[1:]:
            self.guide.press(f"tab_{tab.lower()}")
            self.look(f"case-{tab.lower()}")
        self.look_at_the_wizard()
        self.lock_in_mid_typing()
        for place in RAIL:
            self.guide.press(f"rail_{place}")
            self.look(place)

    def look_at_the_wizard(self) -> None:
        """Open the removal wizard from the ledger, and put it aside again."""
        self.guide.press("tab_copies")
        self.guide.press("start_request")
        self.look("removal-wizard")
        self.guide.press("wizard_later")

    def issue_the_rest(self) -> None:
        """Issue every other document of the case, and save each PDF."""
        case = self.guide.page.case
        assert case
        kept = {document.key for document in documents_of(case)}
        places: Counter[str] = Counter()
        for key in [offer.kind.key for offer in offers_for(case) if offer.kind.key not in kept]:
            places[key] += 1
            self.clock.at += timedelta(minutes=1)
            self.guide.press("tab_documents")
            self.guide.press(f"make_{key}_{places[key]}")
            self.guide.press("issue")
            self.keep_document(key)

    def lock_in_mid_typing(self) -> None:
        """Lock while a note is being typed, unlock, and find the note again."""
        guide = self.guide
        self.clock.at += timedelta(minutes=5)
        guide.press("tab_handling")
        guide.press("add_note")
        panel = guide.panel
        panel.view.go_to("what")
        box = panel.view.editor("what").spot("")
        type_into(box, HALF_TYPED)
        guide.press("rail_lock")
        guide.unlock()
        self.look("unlock")
        guide.fill({"unlock_passphrase": PASSPHRASE})
        guide.press("unlock_button")
        self.look("today")
        guide.press(f"draft_{panel.draft}")
        self.look("draft-restored")


def run_tour(asked: argparse.Namespace) -> int:
    """Play the requested tour and return the exit code."""
    own = paths.resources() / "practice"
    make_application(scheme=Scheme[asked.scheme.upper()])
    width, _, height = asked.size.partition("x")
    size = QSize(int(width), int(height))
    for case in [asked.case] if asked.case else [own / f"{name}.toml" for name in CASES]:
        try:
            _play(read_case_file(case), size, asked.out)
        except (CaseFileMistake, OSError) as mistake:
            sys.stderr.write(f"{case}: {mistake}\n")
            return 2
    screens, documents = (
        sum(found.is_file() for found in (asked.out / kind).rglob("*"))
        for kind in ("screens", "documents")
    )
    sys.stdout.write(f"{screens} screens and {documents} documents are in {asked.out}.\n")
    return 0


def _play(file: CaseFile, size: QSize, out: Path) -> None:
    """Play one case in a casebook of its own, which is deleted afterwards."""
    clock = CaseClock(file.steps[0].recorded - timedelta(minutes=20))
    data = read_program(paths.resources())
    program = Program(
        clock, data.clocks, data.cards, wording=data.wording, directory=data.directory
    )
    with tempfile.TemporaryDirectory() as folder:
        guide = Guide(program, Path(folder) / "Casebook", size)
        try:
            Tour(guide, file, clock, out).run()
        finally:
            guide.leave()
