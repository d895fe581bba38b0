"""Words that are easy to read aloud: check words of a document, and generated passphrases."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import cache

from app.domain.kit.word_list import ENGLISH

_LABEL = ("check", "words")
_NEAR = 3


class Misspelt(Exception):
    """A word that is not on the list. `near` are the words it may be meant to be."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        self.word, self.near = word, near
        meant = f" Is it {_either(near)}?" if near else " Look at it again."
        self.sentence = f"“{word}” is not one of the words that stand on documents.{meant}"
        super().__init__(self.sentence)


def words_typed(typed: str) -> tuple[str, ...]:
    """Return the words in a typed text, split at anything between them, whatever their case.

    The label printed before them may come first. Raises Misspelt for the first word that is not on
    the list.
    """
    plainly = unicodedata.normalize("NFKC", typed).casefold()
    given = tuple(re.findall(r"[^\W_]+", plainly))
    if given[:2] == _LABEL:
        given = given[2:]
    known = frozenset(word_list())
    for word in given:
        if word not in known:
            raise Misspelt(word, near_spellings(word))
    return given


def near_spellings(word: str) -> tuple[str, ...]:
    """Return the words of the list most like this one: first those that begin like it."""
    alike = get_close_matches(word, word_list(), n=_NEAR, cutoff=0.6)
    begun = [one for one in word_list() if len(word) > 2 and one.startswith(word[:4])]
    return tuple(dict.fromkeys([*begun[:_NEAR], *alike]))[:_NEAR]


def _either(near: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in near]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


HOW_MANY = 6
"""Check words on a document, and words in a generated passphrase."""
FOR_A_FILE = 7
"""Words that protect a file. Whoever has one can try passphrases as fast as their machines do."""

# Left out on 22 November 2026 of the 2,048 English words of BIP-39. The list is part of the format
# of every document issued: taking out or putting back a single word would change the check words of
# letters already sent. A new list needs a new function beside `check_words`, not a change here.
_LEFT_OUT = frozenset(
    # harm, weapons, crime, fear, illness, and what could be read as part of the letter
    """
    abandon abuse accident accuse afraid anger angry anxiety argue arm armed armor army arrest
    assault asthma attack awful battle beef betray bid bitter blade blame blast bleak blind
    blood bomb bone broken bullet burden burst cage cancel cannon casino cheap chronic cigar
    clinic congress crack crash crazy crime critic cross cruel crumble crush cry damage damp
    danger debate debris decline defy demise denial dentist deny deposit despair destroy devote
    dilemma dirt disagree disease dismiss disorder divorce dizzy doctor dose drama drastic drip
    dumb dust dutch enemy erode erosion escape evil exclude excuse execute exile expire expose
    false fat fatal fatigue fault federal fee feed fever fire flee force fragile frown fury
    garbage gasp genius gesture ghost gloom goddess gospel grief grunt guilt gun harsh hazard
    hidden horror hospital hungry hurt idle ignore ill illegal illness inflict inject injury
    inmate insane isolate jealous judge junk kick knife latin lawsuit lazy liar lonely loud mad
    misery miss mistake monster mosquito muffin mystery naive nasty negative neglect nerve
    network nuclear obscure olympic orphan ozone panic patient penalty pig pill pistol police
    poverty prison problem punch raw razor rebel refuse regret reject reveal rifle riot risk
    rough rude sad sadness satoshi scan scare scissors scorpion sheriff shiver shock shoot shove
    shrug shy sick siege silly skill slam slice smoke soldier someone sorry spawn spider spike
    spoil spread spy stand sting stomach strike struggle stuff stumble subject suffer surge
    suspect swear sword symptom tank tattoo test throw thumb thunder tip tired tobacco toilet
    tongue tornado tragic trap trash trial trick trigger trim trophy trouble tumble tuna turkey
    twist ugly unaware unfair unhappy unlock unusual upset useless vacant vanish viable vicious
    virus warfare warrior wasp waste weapon weasel web weird whip whisper witness wolf worry
    wreck wrestle wrong
    """.split()  # noqa: SIM905 - words wrap like prose, a list of strings does not
    # bodies, families, intimacy, imagery and devices: too near to what these letters are about
    + """
    actor actress adult artist artwork aunt baby bachelor beauty birth blush body boss boy
    brother buddy camera casual chest child clown club couple cousin crouch dad daughter delay
    device digital display doll dress elbow eye eyebrow face fashion father female film finger
    flash foot friend girl hair half hand head heart hip husband image infant inner intact kid
    kidney kiss knee ladder lady leg love man marriage mask media mirror mix mobile model mom
    moon mother mouse movie muscle neck nephew nose nurse nut online parent party peasant pet
    phone photo picture pink play pretty private prize pulp pupil purity purpose rib romance
    rubber school screen secret sense shadow share shoulder sibling sister skin skirt skull
    stage student submit teach thing toddler toe tooth uncle uncover video voice wedding wet
    wife wink woman wrist young youth
    """.split()  # noqa: SIM905
    # names of people and months, and words spelt otherwise in Britain
    + """
    april art august candy catalog color crystal dawn december defense elevator enroll favorite
    february fiber flavor garage ginger grace grant harbor hope humor ivory jaguar joy label
    labor march math october odor olive program rose summer vapor will
    """.split()  # noqa: SIM905
    # taken for another word when read aloud over a telephone
    + """
    air aisle allow alter bean board bread buyer buzz cereal core course deer flower great hire
    hole horse hour key knock know lesson maid mail main meat medal merry metal minor morning
    one pair peace pear piece pole rain right ring road route sail scene sea seat sell shoe side
    sight soul steak style sun sweet tail team there tide two use wait warm way wear weather
    whale wheel where wine wood wrap write
    """.split()  # noqa: SIM905
)


@cache
def word_list() -> tuple[str, ...]:
    """Return the word list: English, lower case, each word known by its first four letters.

    It is the list of BIP-39 without the words unsuitable beside a child's name or over a telephone.
    """
    return tuple(word for word in ENGLISH if word not in _LEFT_OUT)


def check_words(digest: bytes) -> str:
    """Write the six words that stand for a SHA-256 digest, as on the foot of each page.

    Six words carry about 63 bits of the digest: enough that nobody finds a second text with the
    same words by trying, few enough to read over a telephone. The whole digest is in the register
    of documents. The bias of taking remainders of a 256-bit number is below 2 to the power of -190.

    Raises ValueError when `digest` is not 32 bytes long.
    """
    if len(digest) != 32:
        raise ValueError("check words are made from a SHA-256 digest of 32 bytes")
    number = int.from_bytes(digest, "big")
    chosen = []
    for _ in range(HOW_MANY):
        number, place = divmod(number, len(word_list()))
        chosen.append(word_list()[place])
    return " ".join(chosen)


def passphrase(
    count: int = HOW_MANY, choose: Callable[[Sequence[str]], str] = secrets.choice
) -> str:
    """Return a passphrase of `count` words, each chosen independently by `choose`.

    Six words carry about 63 bits, which behind Argon2id nobody can guess; seven carry about 73.
    """
    return " ".join(choose(word_list()) for _ in range(count))
