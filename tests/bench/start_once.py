"""Start once and end as soon as something can be seen: `bare` or `unlock FOLDER`."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def _bare() -> tuple[QApplication, QWidget]:
    application = QApplication([])
    return application, QWidget()


def _unlock(folder: str) -> tuple[QApplication, QWidget]:
    from app import paths
    from app.casework.opening import read_program
    from app.ui.shell.entrance import Entrance, make_application

    application = make_application()
    entrance = Entrance(
        read_program(paths.resources()), Path(folder), leave=sys.exit, remember=lambda _: None
    )
    application.setProperty("entrance", entrance)
    return application, entrance.door


if __name__ == "__main__":
    shown, window = _bare() if sys.argv[1] == "bare" else _unlock(sys.argv[2])
    window.show()
    QTimer.singleShot(0, shown.quit)
    shown.exec()
