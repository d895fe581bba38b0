"""Until it is sealed every page says draft, and the same record gives the same bytes anywhere."""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from app.papers.kinds import KINDS, offers_for
from tests.papers.cases import CASES, read_case
from tests.papers.paper import issue, printed, text_of


def first_of_each():
    """Each kind of document once, from the first practice case that offers it."""
    waiting = {kind.key: kind for kind in KINDS}
    for path in CASES:
        case = read_case(path)
        for offer in offers_for(case):
            if waiting.pop(offer.kind.key, None):
                yield case, offer
        if not waiting:
            return


def content_of(case, offer, **changes):
    return offer.kind.content(case, offer.subject, issue(**changes))


def digests():
    """The SHA-256 of each kind, as a process of its own says it."""
    made = ((offer.kind.key, printed(content_of(case, offer)).pdf) for case, offer in EACH)
    return {key: hashlib.sha256(pdf).hexdigest() for key, pdf in made}


EACH = tuple(first_of_each())


def test_every_kind_is_looked_at():
    assert {offer.kind for _, offer in EACH} == set(KINDS)


@pytest.mark.parametrize(("case", "offer"), EACH, ids=[offer.kind.key for _, offer in EACH])
def test_every_page_of_a_draft_says_so_and_no_page_of_what_is_sealed(case, offer):
    for draft in (True, False):
        pages = text_of(printed(content_of(case, offer, draft=draft)).pdf)
        assert {"DRAFT" in page for page in pages} == {draft}


@pytest.mark.timeout(240)
def test_every_kind_comes_out_the_same_in_a_process_with_other_hashes_zone_and_language():
    other = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.papers.test_sealing"],
        env=other,
        check=True,
        capture_output=True,
    )
    assert json.loads(done.stdout) == digests()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(digests()))
