"""Python stays alive however often Qt is called and however many signals are sent."""

import subprocess
import sys

import pytest

CODE = """
from app.ui.shell.entrance import make_application
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rings = Signal()
app, bell = make_application(), Bell()
for _ in range(200_000):
    bell.rings.emit()
    bell.setObjectName("bell")
print("alive")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal there")
def test_two_hundred_thousand_signals_do_not_end_the_process():
    told = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "alive")
