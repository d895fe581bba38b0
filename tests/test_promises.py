"""What DSL Casebook will never do: each promise with a test that would notice it broken."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.sessions import Clock, new_desk

APP = Path(__file__).parent.parent / "app"
SOURCES = sorted(APP.rglob("*.py"))


def names_in(path):
    """Return every name, attribute and imported module that a source file uses."""
    used = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Name):
            used.add(node.id)
        elif isinstance(node, ast.Attribute):
            used.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            used |= {node.module or "", f"import {node.module}"}
            used |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            used |= {alias.name for alias in node.names}
            used |= {f"import {alias.name}" for alias in node.names}
    return used


@cache
def names_used():
    """Return the names in use by source file, read once."""
    return {path: names_in(path) for path in SOURCES}


@pytest.mark.parametrize(
    ("promise", "names"),
    [
        ("opens no link", {"QDesktopServices", "openUrl", "startfile", "QWebEngineView"}),
        ("shows and plays no media", {"QMovie", "QMediaPlayer", "QVideoWidget", "QCamera"}),
        ("reads no picture file", {"QImageReader", "imread", "PIL", "Image"}),
        ("captures no screen", {"grabWindow", "QScreenCapture"}),
        ("sends no e-mail", {"smtplib", "email", "MAPISendMail"}),
        (
            "reaches no network",
            {"QNetworkAccessManager", "QTcpSocket", "import requests", "import httpx"},
        ),
        ("compares no imagery", {"imagehash", "phash", "pdqhash"}),
        ("wipes nothing", {"rmtree", "DROP TABLE"}),
    ],
)
def test_no_part_of_the_program(promise, names):
    guilty = {str(path.relative_to(APP)): names & used for path, used in names_used().items()}
    assert not {file: found for file, found in guilty.items() if found}, promise


def test_pictures_are_painted_only_from_the_programs_own_icons():
    painting = {
        p for p, used in names_used().items() if {"QPixmap", "QImage", "QSvgRenderer"} & used
    }
    assert painting <= {*(APP / "ui" / "theme").glob("*.py"), APP / "ui" / "paper" / "pages.py"}


def test_starting_loads_nothing_that_could_reach_a_network():
    code = (
        "import sys, app.start, app.ui.shell.entrance, app.casework.opening\n"
        "bad = {'socket', 'ssl', 'http.client', 'urllib.request', 'PySide6.QtNetwork'}\n"
        "print(*sorted(bad & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=APP.parent
    )
    assert told.stdout.split() == []


FROZEN = """
import ast, importlib, pkgutil, runpy, sys
spec = ast.parse(open("packaging/casebook.spec", encoding="utf-8").read())
lists = {ast.unparse(one.targets[0]): one.value for one in spec.body if isinstance(one, ast.Assign)}
left_out = set(ast.literal_eval(lists["NETWORK"]) + ast.literal_eval(lists["NEEDLESS"]))
class Bundle:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in left_out:
            raise ModuleNotFoundError(f"{name} is not in the frozen program")
sys.meta_path.insert(0, Bundle)
runpy.run_path("packaging/without_network.py")
import app
for module in pkgutil.walk_packages(app.__path__, "app."):
    if module.name != "app.__main__":
        importlib.import_module(module.name)
"""


def test_every_module_loads_with_what_the_frozen_program_has():
    told = subprocess.run(
        [sys.executable, "-c", FROZEN], capture_output=True, text=True, check=False, cwd=APP.parent
    )
    assert told.stderr == ""


def test_a_casebook_says_itself_that_it_can_hold_no_imagery(tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    assert session.casebook.holds_no_imagery() is None
    session.close()
