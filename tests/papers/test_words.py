"""Check words stand for a digest, and passphrases for chance."""

import hashlib
from math import log2

import pytest

from app.domain.kit.word_list import ENGLISH
from app.domain.kit.words import HOW_MANY, check_words, passphrase, word_list
from app.paths import resources


def test_the_list_is_frozen_because_letters_already_sent_depend_on_it():
    digest = hashlib.sha256(" ".join(word_list()).encode()).hexdigest()
    assert (len(word_list()), digest[:16]) == FROZEN


FROZEN = (1508, "7531d396d1f72150")


def test_the_lists_are_the_ones_that_came_from_their_sources():
    common = (resources() / "words" / "common.txt").read_bytes()
    assert hashlib.sha256(" ".join(ENGLISH).encode()).hexdigest() == (
        "f18b9a84c83e38e98eceb0102b275e26438af83ab08f080cdb780a2caa9f3a6d"
    )
    assert hashlib.sha256(common).hexdigest() == (
        "0c6998d249540cf747ebd0ef19ef5bf261820f91327bc2e8a861973e8ac14e7b"
    )


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("english.txt", "07d37482aa7392780820d201c255761f9c2ee425baf1b1e02101ebebf44c95d4"),
        ("given.txt", "735a6ea20f7529992ca5b2c14a1788c966a1fa6ff4ae33dfa7ec3cbf5e533ba8"),
        ("communities.txt", "5804f2e7c6b370d2014c78399036fe3fe70f6c8609b96608f7d3cce5fa57bdfe"),
    ],
)
def test_the_words_and_names_of_the_leak_check_are_frozen(name, digest):
    assert hashlib.sha256((resources() / "words" / name).read_bytes()).hexdigest() == digest


def test_check_words_of_a_digest_never_change():
    assert check_words(bytes(32)) == "ability ability ability ability ability ability"
    assert (
        check_words(hashlib.sha256(b"a letter").digest()) == "wing able option six position guess"
    )


def test_one_changed_letter_changes_the_check_words():
    first, second = (check_words(hashlib.sha256(text).digest()) for text in (b"yes", b"Yes"))
    assert len(set(first.split()) & set(second.split())) < 2


def test_check_words_take_a_whole_digest_and_nothing_else():
    with pytest.raises(ValueError, match="32 bytes"):
        check_words(b"short")


def test_a_passphrase_is_chosen_word_by_word():
    last = passphrase(3, choose=lambda among: among[-1])
    assert last == "zoo zoo zoo"
    assert len({passphrase() for _ in range(20)}) == 20
    assert len(passphrase().split()) == 6


def test_six_words_are_beyond_trying():
    assert HOW_MANY * log2(len(word_list())) > 63


def test_every_word_can_be_typed_and_is_known_by_its_first_four_letters():
    assert len({word[:4] for word in word_list()}) == len(word_list())
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 8 for word in word_list())


@pytest.mark.parametrize(
    "word", ["abuse", "victim", "kiss", "photo", "image", "girl", "gun", "april"]
)
def test_words_that_would_hurt_beside_a_childs_name_are_left_out(word):
    assert word not in word_list()
