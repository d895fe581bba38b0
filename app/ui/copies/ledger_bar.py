"""What can be done with the row of the ledger that is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.forms.requests import RemovalReply
from app.ui.case_parts.ledger_rows import LedgerRow
from app.ui.widgets.parts import line, muted, plain


class LedgerBar(QWidget):
    """The chosen row in a few words, with a button for what has changed and one for removal."""

    wants_form = Signal(object, str)
    """The form that says what has changed, and the key of the copy or request."""
    wants_request = Signal(str, str)
    """Removal is to be asked for: of this copy, or by the next route after this request."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_bar")
        self._row: LedgerRow | None = None
        self._about = muted()
        self.change = plain("What has changed")
        self.change.setObjectName("row_change")
        self.change.clicked.connect(self._change)
        self.request = plain("Ask for its removal")
        self.request.setObjectName("row_request")
        self.request.clicked.connect(self._request)
        whole = line(self._about, self.change, self.request, spacing=12)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    @property
    def _of_request(self) -> bool:
        return self._row is not None and self._row.form is RemovalReply

    def show_row(self, row: LedgerRow | None) -> None:
        """Offer what this row needs; nothing for none."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        about = " · ".join(part.strip().replace("\n", ", ") for part in row.words[:2] if part)
        self._about.setText(f"Chosen: {about}")
        self.change.setText("Log a reply" if self._of_request else "What has changed")
        self.change.setAccessibleName(f"{self.change.text()}: {about}")
        self.request.setText("Next route" if self._of_request else "Ask for its removal")
        self.request.setAccessibleName(f"{self.request.text()}: {about}")

    def _change(self) -> None:
        if self._row:
            self.wants_form.emit(self._row.form, self._row.key)

    def _request(self) -> None:
        if self._row:
            key = self._row.key
            self.wants_request.emit(*(("", key) if self._of_request else (key, "")))
