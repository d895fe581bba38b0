"""The college's own services: kept in the casebook, winning over the shipped, all or none."""

import msgspec
import pytest

from app.casework.overlays import OverlayKind, OwnValue, put_own
from app.casework.services import adopt, catalogue, give_up, look_into, shipped, whose_services
from app.casework.setup import unread_settings
from app.domain.kit.moments import day_of
from app.removal.catalogue import ServiceKind
from app.removal.reading import CatalogueRefused

MOODLE = msgspec.structs.replace(
    shipped().by_id("college_google"), id="moodle", name="The college’s Moodle"
)


def edited(service, **fields):
    return msgspec.structs.replace(shipped().by_id(service), **fields)


def test_a_service_edited_or_added_is_kept_and_wins(session):
    adopt(session, [edited("tiktok", note="Ours"), MOODLE], "Seen there")
    now = catalogue(session)
    assert now.by_id("tiktok").note == "Ours"
    assert now.by_id("moodle").kind is ServiceKind.COLLEGE
    assert now.guide == shipped().guide


def test_who_set_a_service_why_and_since_when_is_kept_with_it(session):
    adopt(session, [MOODLE], "The IT lead said so.")
    own = whose_services(session)["moodle"]
    assert own.why == "The IT lead said so."
    assert own.whose.startswith("R. Okafor")
    assert own.since == day_of(session.now())


def test_a_service_kept_when_it_named_the_whole_kingdom_is_still_read(session):
    value = msgspec.to_builtins(MOODLE) | {"nation": "uk"}
    own = OwnValue(value=value, whose="R. Okafor", why="Set in 0.1.", since=day_of(session.now()))
    put_own(session.casebook.settings, OverlayKind.SERVICE, "moodle", own)
    assert catalogue(session).by_id("moodle") == MOODLE
    assert unread_settings(session) == ()


def test_giving_up_what_was_edited_brings_back_what_was_shipped(session):
    adopt(session, [edited("tiktok", note="Ours"), MOODLE], "Seen there")
    give_up(session, "tiktok")
    give_up(session, "moodle")
    assert catalogue(session) == shipped()


def test_one_wrong_service_among_several_keeps_none_of_them(session):
    wrong = edited("reddit", note="<i>Ours</i>")
    with pytest.raises(ValueError, match="Reddit: “note” holds markup"):
        adopt(session, [edited("tiktok", note="Ours"), wrong], "Seen there")
    assert catalogue(session) == shipped()


def test_a_service_too_long_to_keep_is_refused_before_anything_is_kept(session):
    route = msgspec.structs.replace(MOODLE.route[0], steps="x " * 300)
    with pytest.raises(ValueError, match="too long to keep"):
        adopt(
            session,
            [edited("tiktok", note="Ours"), edited("reddit", route=(route,) * 40)],
            "Seen there",
        )
    assert catalogue(session) == shipped()


def test_a_file_looked_into_says_what_would_change_and_changes_nothing(session):
    content = b'[[service]]\nid = "moodle"\nname = "Moodle"\nkind = "college"\n'
    (change,) = look_into(session, content)
    assert (change.service.id, change.new) == ("moodle", True)
    assert catalogue(session) == shipped()


def test_a_bad_file_changes_nothing(session):
    with pytest.raises(CatalogueRefused, match="Line 2"):
        look_into(session, b"[[service]]\nid = 7\n")
    assert catalogue(session) == shipped()
