"""The map, the words and the links of the pages for newcomers name what is there, and all of it."""

import re
import tomllib

import pytest

from tests.recipes.follow import PAGE, ROOT

SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
MAP, WORDS = SECTIONS["The map of the house"], SECTIONS["The words"]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
LAYERS = {
    contract["containers"][0]: contract["layers"]
    for contract in SETTINGS["contracts"]
    if contract["type"] == "layers"
}
SOURCE = "\n".join(path.read_text("utf-8") for path in (ROOT / "app").rglob("*.py"))


def names(layer):
    return set(re.findall(r"\w+", layer.partition("#")[0]))


@pytest.mark.parametrize("room", ["app", "app/domain", "app/ui"])
def test_every_folder_of_a_room_is_on_the_map(room):
    folders = {path.parent.name for path in (ROOT / room).glob("*/__init__.py")}
    named = {name.removeprefix("app/").rstrip("/") for name in re.findall(r"`([^`]+)`", MAP)}
    assert folders <= named


@pytest.mark.parametrize("room", ["app", "app.domain", "app.ui"])
def test_imports_run_on_the_map_as_the_contracts_have_them(room):
    lines = re.findall(r"^(?:(\w+):)? *(\w+ → .+)$", MAP, re.MULTILINE)
    (steps,) = (step for name, step in lines if name == room.partition(".")[2])
    layers = [names(layer) for layer in LAYERS[room] if layer != "(__main__)"]
    called = {"pages": layers[1], "tabs": layers[2]}
    assert [called.get(step, names(step)) for step in steps.split(" → ")] == layers


def test_each_word_is_in_the_code():
    rows = re.findall(r"^\|[^|]+\|([^|]+)\|", WORDS, re.MULTILINE)
    said = {name for column in rows for name in re.findall(r"`(\w+)`", column)}
    known = re.findall(r"^(?:class |def )?(\w+)\b(?: = |[:(])", SOURCE, re.MULTILINE)
    assert len(said) > 30
    assert said <= set(known)


def test_each_command_of_dev_py_is_in_the_table():
    source = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    commands = set(re.findall(r"^def (\w+)\(rest", source, re.MULTILINE))
    assert commands == set(
        re.findall(r"^\| `(?!python3)(\w+)", SECTIONS["The commands"], re.MULTILINE)
    )


def test_every_link_leads_to_a_file():
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page
