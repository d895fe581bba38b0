"""A released form never changes: what it asked then is committed, and is what it asks now."""

from copy import deepcopy

import pytest

from app.domain.forms import FORMS, REGISTRY
from app.domain.kit.form import form_name
from app.domain.kit.registry import form_id

from .schemas import NEXT, changes, committed, schema_of, schemas


@pytest.mark.parametrize("forms", dict(committed()).values(), ids=dict(committed()))
def test_each_released_form_asks_what_it_asked_then(forms):
    assert list(changes(forms, schemas())) == []


def test_a_form_of_every_name_was_released_or_is_still_to_be():
    released = {form.partition("/")[0] for _, forms in committed() for form in forms}
    new = {form_name(form) for form in FORMS} - released
    assert released - {"shared"} <= {name for name, _ in map(form_id, REGISTRY.released.values())}
    assert all(form.version == 1 for form in FORMS if form_name(form) in new)


def test_a_version_follows_the_one_before_it():
    for name, version in map(form_id, REGISTRY.released.values()):
        assert version == 1 or (name, version - 1) in REGISTRY.released


def _without(asked, name):
    del asked[name]


CHANGED = {
    "no longer asks “account”": lambda asked: _without(asked, "account"),
    "asks “weather”, which is new": lambda asked: asked.update(weather=asked["account"]),
    "“account”: kind was words, is line": lambda asked: asked["account"].update(kind="line"),
    "“how”: required was True, is False": lambda asked: asked["how"].update(required=False),
    "“how” no longer offers “spoken”": lambda asked: asked["how"]["choices"].remove("spoken"),
    "“coercion”: sign was coercion, is nothing": lambda asked: asked["coercion"].pop("sign"),
    "“goes_to”: shown_if was Condition scope no_imagery, is nothing": (
        lambda asked: asked["goes_to"].pop("shown_if")
    ),
    "“(itself)”: happened_in was told_at, is happened_at": (
        lambda asked: asked["(itself)"].update(happened_in="happened_at")
    ),
    "“how” offers “pigeon”, which is new": lambda asked: asked["how"]["choices"].append("pigeon"),
}


@pytest.mark.parametrize(("said", "change"), CHANGED.items(), ids=CHANGED)
def test_a_change_of_a_released_form_is_told_with_what_to_do(said, change):
    then = {"concern_received/1": schema_of(REGISTRY.released["concern_received", 1])}
    now = deepcopy(then)
    change(now["concern_received/1"])
    (sentence,) = changes(then, now)
    assert sentence.removeprefix("concern_received/1").lstrip(", ") == f"{said}. {NEXT}"


def test_a_changed_row_and_a_lost_form_are_told():
    then = {"initial_review/1": schema_of(REGISTRY.released["initial_review", 1])}
    now = deepcopy(then)
    now["initial_review/1"]["actions"]["row"]["task"] = now["initial_review/1"]["actions"][
        "row"
    ].pop("what")
    told = list(changes(then, now))
    assert [sentence.split(".")[0] for sentence in told] == [
        "initial_review/1, “actions” no longer asks “what”",
        "initial_review/1, “actions” asks “task”, which is new",
    ]
    (lost,) = changes(then, {})
    assert "known no more" in lost
