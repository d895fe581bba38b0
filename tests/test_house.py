"""What must not be in the house, and that its own gates see what they are there for."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "packaging", "resources", "tests", ".ci")
TEXT = {".py", ".md", ".toml", ".in", ".lock", ".spec", ".iss", ".sql", ".txt", ".qss", ".svg", ""}
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


def told_by(gate, root):
    """Return what a gate of `dev.py check` says of the project in a folder."""
    return list(runpy.run_path(str(ROOT / "packaging" / f"{gate}.py"))["problems"](root))


def test_the_gate_of_sizes_names_what_a_reader_cannot_hold(tmp_path):
    (tmp_path / "app" / "a" / "b" / "c").mkdir(parents=True)
    body = "".join(f"    x = {number}\n" for number in range(50))
    methods = "".join(f"    def m{number}(self): ...\n" for number in range(16))
    (tmp_path / "app" / "long.py").write_text("\n" * 401)
    (tmp_path / "app" / "full.py").write_text(f"def f():\n{body}class C:\n{methods}")
    (tmp_path / "app" / "a" / "b" / "c" / "deep.py").write_text("")
    named = [Path(sentence.partition(":")[0]).stem for sentence in told_by("sizes", tmp_path)]
    assert sorted(named) == ["deep", "full", "full", "long"]


def test_the_gate_of_the_house_names_modules_without_purpose_and_icons_with_a_colour(tmp_path):
    icons = tmp_path / "resources" / "icons"
    icons.mkdir(parents=True)
    (tmp_path / "app").mkdir()
    modules = {"said": '"""Says it."""', "silent": "x = 1", "unended": '"""Says it\n\nnow."""'}
    drawings = {"taken": 'stroke="currentColor"', "none": "", "own": 'stroke="currentColor" #fff'}
    for name, text in modules.items():
        (tmp_path / "app" / f"{name}.py").write_text(text)
    for name, text in drawings.items():
        (icons / f"{name}.svg").write_text(text)
    named = {Path(sentence.partition(":")[0]).stem for sentence in told_by("house", tmp_path)}
    assert named == {"silent", "unended", "none", "own"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import reportlab.platypus", 1),
        ("from reportlab.platypus import Table, Paragraph", 1),
        ("from reportlab.platypus import *", 1),
        ("from reportlab.platypus.xpreformatted import PythonPreformatted", 1),
        ("from reportlab.platypus import Table", 0),
        ("from app.typesetting.text import Paragraph", 0),
    ],
)
def test_the_gate_of_the_house_names_a_second_maker_of_paragraphs(tmp_path, line, found):
    for room in ("ui", "typesetting"):
        (tmp_path / "app" / room).mkdir(parents=True)
        (tmp_path / "app" / room / "text.py").write_text(f'"""Makes them."""\n{line}\n')
    named = told_by("house", tmp_path)
    assert len(named) == found
    assert all("ui" in sentence.partition(":")[0] for sentence in named)


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
