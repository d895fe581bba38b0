"""The key files: damage is seen, no power cut locks anybody out, no label can be exchanged."""

import errno
import hashlib
import inspect
import os
import threading

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault import access, files, keyfile, keys
from app.vault.canonical import canonical
from app.vault.casebook import FULL_COST, Cost, NewUser, create, slots
from app.vault.errors import (
    DiskFailed,
    DiskFull,
    KeyFileDamaged,
    KeysRolledBack,
    MadeByNewerVersion,
    MemoryShort,
    ReadOnly,
    VaultError,
    WrongPassphrase,
)
from app.vault.keyfile import KeyFile, decode, encode, read_keys, write_keys

from .invented import CHEAP, PASSPHRASE, START

NEW = "an altogether different passphrase"
SLOT = keys.Slot(
    id="u1",
    name="Jo Lead",
    role="DSL",
    cost=CHEAP,
    salt=b"s" * 16,
    created=START,
    changed=START,
    nonce=b"n" * 12,
    sealed=b"c" * 80,
)
KEYS = KeyFile(casebook="c" * 32, sequence=7, db_salt=b"d" * 16, slots=(SLOT,), mac=b"m" * 32)
WHOLE = encode(KEYS)


def signed(body, magic=b"DSLKEYS1\n"):
    return magic + hashlib.sha256(magic + body).hexdigest().encode() + b"\n" + body


def test_every_flipped_bit_of_a_key_file_is_seen():
    for place in range(len(WHOLE)):
        for bit in range(8):
            flipped = bytearray(WHOLE)
            flipped[place] ^= 1 << bit
            with pytest.raises(KeyFileDamaged):
                decode(bytes(flipped))


@pytest.mark.parametrize("newer", keyfile.NAMES)
def test_the_newer_of_two_whole_key_files_counts(tmp_path, newer):
    for name in keyfile.NAMES:
        (tmp_path / name).write_bytes(WHOLE)
    later = msgspec.structs.replace(KEYS, sequence=KEYS.sequence + 1)
    (tmp_path / newer).write_bytes(encode(later))
    assert read_keys(tmp_path) == later


def test_a_key_file_that_does_not_read_back_is_told_and_the_other_one_left(tmp_path, monkeypatch):
    write_keys(tmp_path, KEYS)
    written = []

    def lossy(path, content):
        written.append(path)
        path.write_bytes(content[:-1])

    monkeypatch.setattr(keyfile, "write_durably", lossy)
    with pytest.raises(KeyFileDamaged):
        write_keys(tmp_path, msgspec.structs.replace(KEYS, sequence=8))
    assert len(written) == 1
    assert read_keys(tmp_path) == KEYS


def test_every_cut_and_every_addition_is_seen():
    for length in range(len(WHOLE)):
        with pytest.raises(KeyFileDamaged):
            decode(WHOLE[:length])
    for more in (b"\n", b" ", b"x", WHOLE):
        with pytest.raises(KeyFileDamaged):
            decode(WHOLE + more)


@given(st.binary(max_size=300))
def test_nothing_but_damage_is_said_of_arbitrary_bytes(content):
    for attempt in (content, signed(content), b"DSLKEYS1\n" + content):
        with pytest.raises(KeyFileDamaged):
            decode(attempt)


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace(b'"sequence":7', b'"sequence":7,"more":1'),
        lambda body: body.replace(b'"sequence":7', b'"sequence":7.0'),
        lambda body: body.replace(b'"sequence":7', b'"sequence": 7'),
        lambda body: body.replace(b'"sequence":7', b'"sequence":7,"sequence":7'),
        lambda body: body.replace(b'"slots":[', b'"slots":[' + b"[" * 100_000),
        lambda body: b'{"slots":[]}',
        lambda body: b"null",
    ],
)
def test_a_key_file_that_this_program_would_not_write_is_refused(change):
    body = WHOLE.split(b"\n", 2)[2]
    assert decode(signed(body)) == KEYS
    with pytest.raises(KeyFileDamaged):
        decode(signed(change(body)))


def test_a_later_format_is_told_apart_from_damage():
    with pytest.raises(MadeByNewerVersion):
        decode(signed(b"{}", b"DSLKEYS2\n"))


@pytest.mark.parametrize("first", ["keys-a", "keys-b"])
def test_a_power_cut_at_any_byte_of_a_key_change_leaves_a_whole_key_file(tmp_path, first):
    """Even a disk that tears the file in place, which the rename already prevents."""
    later = msgspec.structs.replace(KEYS, sequence=8)
    after = encode(later)
    second = "keys-b" if first == "keys-a" else "keys-a"
    for at_first, at_second in ((None, WHOLE), (after, None)):
        for cut in range(len(after) + 1):
            torn = after[:cut] + WHOLE[cut:] if cut % 2 else after[:cut]
            (tmp_path / first).write_bytes(torn if at_first is None else at_first)
            (tmp_path / second).write_bytes(torn if at_second is None else at_second)
            assert read_keys(tmp_path) in (KEYS, later)


def test_the_older_of_the_two_files_is_written_first(tmp_path, monkeypatch):
    write_keys(tmp_path, KEYS)
    (tmp_path / "keys-a").write_bytes(encode(msgspec.structs.replace(KEYS, sequence=8)))
    written = []
    monkeypatch.setattr(
        keyfile,
        "write_durably",
        lambda path, content: written.append(path) or path.write_bytes(content),
    )
    write_keys(tmp_path, msgspec.structs.replace(KEYS, sequence=9))
    assert [path.name for path in written] == ["keys-b", "keys-a"]


def test_a_small_file_is_flushed_before_it_takes_the_old_ones_place(tmp_path, monkeypatch):
    done = []
    fsync, replace, sync = os.fsync, files._replace, files.sync_folder
    monkeypatch.setattr(files.os, "fsync", lambda handle: done.append("fsync") or fsync(handle))
    monkeypatch.setattr(files, "_replace", lambda *paths: done.append("replace") or replace(*paths))
    monkeypatch.setattr(files, "sync_folder", lambda folder: done.append("folder") or sync(folder))
    files.write_durably(tmp_path / "x", b"content")
    assert done == ["fsync", "replace", "folder", "fsync"]
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnly), (errno.EIO, DiskFailed)],
)
def test_a_key_change_that_the_disk_refuses_changes_nothing(
    made, reopen, monkeypatch, number, error
):
    before = (made / "keys-a").read_bytes()

    def refuse(_handle):
        raise OSError(number, "refused")

    with reopen(made) as book:
        monkeypatch.setattr(files.os, "fsync", refuse)
        with pytest.raises(error):
            book.access.change_passphrase(PASSPHRASE, NEW)
        monkeypatch.undo()
    assert (made / "keys-a").read_bytes() == (made / "keys-b").read_bytes() == before
    assert not list(made.glob("*.part"))
    reopen(made).close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(made, reopen):
    with reopen(made) as book:
        book.access.change_passphrase(PASSPHRASE, NEW)
        with pytest.raises(WrongPassphrase):
            book.access.change_passphrase(PASSPHRASE, "x")
    with pytest.raises(WrongPassphrase):
        reopen(made)
    with reopen(made, NEW) as book:
        assert book.journal.entries("case-1")
        assert book.verify() == ()


@pytest.mark.parametrize(
    "promise",
    [
        lambda access: access.change_passphrase(PASSPHRASE, NEW),
        lambda access: access.add(NewUser("Sam", "Deputy"), NEW, own=PASSPHRASE, cost=CHEAP),
    ],
    ids=["to the user", "to somebody new"],
)
def test_a_new_slot_is_promised_to_nobody_before_it_was_opened_once(
    made, reopen, monkeypatch, promise
):
    def sealed_wrong(contents, _passphrase, **more):
        return keys.seal_slot(contents, "not what was typed", **more)

    with reopen(made) as book:
        before = book.events.head()
        monkeypatch.setattr(access, "seal_slot", sealed_wrong)
        with pytest.raises(WrongPassphrase):
            promise(book.access)
        assert book.events.head() == before
        assert [user.name for user in book.users()] == ["Jo Lead"]


def test_key_files_put_back_under_an_open_casebook_are_not_built_upon(made, reopen):
    old = {name: (made / name).read_bytes() for name in keyfile.NAMES}
    with reopen(made) as book:
        book.access.change_passphrase(PASSPHRASE, NEW)
        for name, content in old.items():
            (made / name).write_bytes(content)
        with pytest.raises(KeysRolledBack):
            book.access.change_passphrase(PASSPHRASE, "yet another passphrase")
        assert {name: (made / name).read_bytes() for name in keyfile.NAMES} == old


class PowerCut(BaseException):
    pass


@pytest.mark.parametrize("step", range(6))
def test_a_crash_between_any_two_steps_of_a_change_locks_nobody_out(
    made, reopen, monkeypatch, step
):
    steps = iter(range(99))

    def counted(real):
        def call(*args, **kwargs):
            if next(steps) == step:
                raise PowerCut
            return real(*args, **kwargs)

        return call

    with reopen(made) as book:
        monkeypatch.setattr(files, "_replace", counted(files._replace))
        monkeypatch.setattr(files, "sync_folder", counted(files.sync_folder))
        monkeypatch.setattr(book.access, "note_sequence", counted(book.access.note_sequence))
        monkeypatch.setattr(book.events, "note", counted(book.events.note))
        with pytest.raises(PowerCut):
            book.access.change_passphrase(PASSPHRASE, NEW)
        monkeypatch.undo()
    opened = 0
    for passphrase in (PASSPHRASE, NEW):
        try:
            reopen(made, passphrase).close()
            opened += 1
        except WrongPassphrase:
            pass
    assert opened == 1


def replace_slots(folder, change):
    """Put a key file in place whose checksum is right, as somebody without the data key could."""
    found = read_keys(folder)
    forged = encode(msgspec.structs.replace(found, slots=change(found.slots)))
    for name in keyfile.NAMES:
        (folder / name).write_bytes(forged)


def relabel(**said):
    return lambda found: (msgspec.structs.replace(found[0], **said),)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (relabel(role="Principal"), WrongPassphrase),
        (relabel(name="Al Else"), WrongPassphrase),
        (relabel(cost=Cost(65, 1, 1)), WrongPassphrase),
        (relabel(salt=b"x"), KeyFileDamaged),
        (relabel(nonce=b""), WrongPassphrase),
        (relabel(sealed=b""), WrongPassphrase),
        (relabel(cost=Cost(64 * 1024 * 1024, 1, 1)), KeyFileDamaged),
        (relabel(cost=Cost(64, 11, 1)), KeyFileDamaged),
        (relabel(cost=Cost(64, 1, 9)), KeyFileDamaged),
        (relabel(cost=Cost(-1, 0, 0)), KeyFileDamaged),
        (lambda found: (*found, SLOT), KeyFileDamaged),
    ],
)
def test_a_forged_key_file_opens_nothing(made, reopen, change, error):
    user = slots(made)[0].user
    replace_slots(made, change)
    with pytest.raises(error):
        reopen(made, user=user)


def test_key_files_of_another_casebook_are_told(made, reopen):
    for name in keyfile.NAMES:
        (made / name).write_bytes(WHOLE)
    with pytest.raises(KeyFileDamaged) as told:
        reopen(made)
    assert "another casebook" in told.value.sentence


def test_a_new_casebook_asks_256_mebibytes_three_passes_and_four_lanes():
    assert Cost(256 * 1024, 3, 4) == FULL_COST
    assert inspect.signature(create).parameters["cost"].default == FULL_COST
    assert inspect.signature(create).parameters["least"].default == keys.LEAST_COST


def test_a_computer_short_of_memory_gets_the_smaller_cost_or_a_sentence(monkeypatch):
    enough = keys.SHORT_COST.memory_kib

    class Argon:
        def __init__(self, *, memory_cost, **_more):
            self.asked = memory_cost

        def derive(self, _secret):
            if self.asked > enough:
                raise MemoryError
            return b"k" * 32

    monkeypatch.setattr(keys, "Argon2id", Argon)
    more = {"casebook": "c", "least": keys.LEAST_COST}
    bare = msgspec.structs.replace(SLOT, cost=FULL_COST)
    contents = keys.new_contents()
    sealed = keys.seal_slot(contents, "x", bare=bare, **more)
    assert sealed.cost == keys.SHORT_COST
    assert keys.open_slot(sealed, "x", **more).seed == contents.seed
    enough = 0
    with pytest.raises(MemoryShort):
        keys.open_slot(sealed, "x", **more)


def test_no_key_or_passphrase_shows_when_printed(made, reopen):
    with reopen(made) as book:
        contents = keys.new_contents(b"D" * 32)
        derived = keys.derive_keys(b"D" * 32, casebook="c", db_salt=b"d" * 16)
        for thing in (contents, derived, book, book.access, book.journal, book.events):
            assert "DDDD" not in repr(thing)
            assert "bytes" not in repr(thing)
    with pytest.raises(VaultError) as told:
        reopen(made, "secret words")
    assert "secret words" not in repr(told.value) + str(told.value)


def test_canonical_json_is_the_same_however_it_was_written():
    raw = msgspec.Raw(b'{"b": 1, "a":"\\u00e9"}')
    assert canonical({"x": raw}) == canonical({"x": {"a": "é", "b": 1}})
    assert canonical({"x": raw}) == '{"x":{"a":"é","b":1}}'.encode()


def test_only_the_owning_thread_may_use_a_casebook_and_it_can_be_handed_over(book):
    told = []

    def use(adopt):
        if adopt:
            book.adopt()
        try:
            told.append(len(book.lists.cases()))
        except RuntimeError as error:
            told.append(type(error))

    for adopt in (False, True):
        worker = threading.Thread(target=use, args=(adopt,))
        worker.start()
        worker.join()
    book.adopt()
    assert told == [RuntimeError, 0]
