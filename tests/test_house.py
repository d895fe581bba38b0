"""The gates of the house that are also tests: sizes, first lines, and what must not be in it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "packaging", "resources", "tests", ".ci")
TEXT = {".py", ".md", ".toml", ".in", ".lock", ".spec", ".iss", ".sql", ".txt", ".qss", ".svg", ""}
MODULES = sorted((ROOT / "app").rglob("*.py"))
ICONS = ROOT / "resources" / "icons"


def text_files():
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    for path in (*ROOT.glob("*"), *inside):
        if path.is_file() and path.suffix in TEXT and path != Path(__file__):
            yield path


def mentions(pattern):
    found = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if found.search(line)
    ]


def test_nothing_has_grown_past_what_a_reader_can_hold():
    sizes = [sys.executable, ROOT / "packaging" / "sizes.py"]
    told = subprocess.run(sizes, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_its_purpose_in_its_first_line(path):
    purpose = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert purpose
    assert purpose.splitlines()[0].endswith(".")


def test_no_file_mentions_a_path_of_one_machine():
    assert mentions(r"(?<![\w.])/(home|root|Users|work|tmp)/\w|[A-Z]:\\+Users\\") == []


def test_no_file_names_a_package_registry():
    hosts = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "deb" + ".debian.org")
    assert mentions("|".join(map(re.escape, hosts))) == []


def test_the_lock_pins_every_package_by_hash_and_names_no_index():
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\w)", lock)[1:]
    assert packages
    assert [name for name in packages if "==" not in name or "--hash=sha256:" not in name] == []
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links", lock)


def test_the_folder_packaging_does_not_hide_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_icons_have_their_licence_beside_them():
    licence = (ICONS / "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "The MIT License" in licence


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda icon: icon.stem)
def test_an_icon_takes_the_colour_it_is_given(icon):
    drawing = icon.read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in drawing
    assert "#" not in drawing
