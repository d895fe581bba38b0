"""The editor for a folder of this computer: typed, or chosen from the folders that are there."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.kit.form import Question
from app.ui.forms.texts import LineEditor
from app.ui.widgets.parts import plain


class FolderEditor(LineEditor):
    """The path of a folder, with a button that leads to a dialog of folders."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        choose = plain("Choose…", "folder-open")
        choose.setObjectName(f"{question.name}_choose")
        choose.setAccessibleName("Choose another folder")
        choose.clicked.connect(self._choose)
        self.row.addWidget(choose)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "DSL Casebook", str(_nearest(Path(self.box.text()))))
        dialog.setObjectName(f"{self.question.name}_folders")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.box.setText)
        dialog.open()


def _nearest(folder: Path) -> Path:
    """Give the folder itself or the nearest one above it that is there already."""
    whole = folder.expanduser()
    return next((place for place in (whole, *whole.parents) if place.is_dir()), Path.home())
