"""Every recipe of CONTRIBUTING.md, followed to the letter in a copy of the project, works there."""

import re

import pytest

from tests.recipes.follow import ROOT, Step, copy, follow, python, recipes

TRIED = "tests/recipes/tried.py"
RECIPES = recipes()
ISSUED = (
    "tests/journeys/test_tour.py"
    "::test_with_what_the_tour_sets_every_document_of_its_cases_is_issued"
)
ALSO = (
    "tests/casebooks/test_schemas.py",
    "tests/domain/test_declarations.py",
    "tests/journeys/test_tour.py::test_the_cases_of_the_tour_call_for_every_kind_of_document",
    f"{ISSUED}[01-passed-on]",
    "tests/removal/test_catalogue.py::test_every_service_of_the_guidance_is_there",
)
"""Tests of the project that loop over what a recipe adds to: of cases, over the one it changes."""


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """A copy in which every recipe was followed, from the top of the page to its foot."""
    root = tmp_path_factory.mktemp("recipes") / "copy"
    copy(root)
    for steps in RECIPES.values():
        for step in steps:
            follow(step, root)
    return root


def test_each_recipe_has_steps_and_is_tried():
    names = re.findall(r"^def test_(\w+)\(", (ROOT / TRIED).read_text("utf-8"), re.MULTILINE)
    assert [name.lower().replace(" ", "_") for name in RECIPES] == names
    assert all(RECIPES.values())


def test_what_came_of_each_recipe_works(followed):
    made = f"--basetemp={followed.parent / 'tried'}"
    python(followed, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", made, TRIED, *ALSO)


def test_what_came_of_the_recipes_passes_format_and_lint(followed):
    python(followed, "-m", "ruff", "format", "--check", "--no-cache", ".")
    python(followed, "-m", "ruff", "check", "--no-cache", ".")


@pytest.mark.parametrize("line", ["nowhere", "twice"])
def test_a_place_that_is_not_one_line_of_the_file_is_refused(tmp_path, line):
    (tmp_path / "file").write_text("once\ntwice\n  twice\n")
    with pytest.raises(ValueError, match=line):
        follow(Step("A recipe", "file", "after", line, "box\n"), tmp_path)
