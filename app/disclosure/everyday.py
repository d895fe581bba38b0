"""Whether a word that is also a name is a name where it stands: by the words around it.

Two answers, which share no rule: the disguise hides what is likely a name, and the check of the
finished paper asks about whatever may be one.
"""

import re
from typing import NamedTuple

from app.disclosure.words import DAYS, common, given, our_phrases

AROUND = 32
"""How many letters before and after a word are looked at."""


class Setting(NamedTuple):
    """A word, folded, with the folded letters before and after it.

    `opens` is whether a sentence or a question begins with it.
    """

    word: str
    before: str
    after: str
    opens: bool


_FUNCTION = frozenset(
    """
    a am an as at be but by do go he hi i if in is it me my no of oh ok on or so to up us we
    """.split()  # noqa: SIM905
)
"""Words that may open any sentence."""
_MODAL = frozenset({"will", "may"})
_VERBS = frozenset(
    # what a sentence may ask to do, or say without a subject
    """
    bill carry case chance charge chase cook drew ease face grant guard hope long look love mark
    miss pace page park pat peg pike place press rain read ring rob rock rose rush skip spell
    stay sue trace wade walk ward watch win work
    """.split()  # noqa: SIM905
)
_ONE = (
    r"(?:i|you|he|she|it|we|they|this|that|these|those|there|the|a|an|any|anything|anyone|anybody"
    r"|something|someone|somebody|nothing|nobody|everything|everyone|everybody|your|my|his|her|our"
    r"|their|its|all|both|some|each|every|one|another|children|parents|learners|staff|people"
    r"|families|no(?! longer| more\b))"
)
_ONE_AFTER = re.compile(rf"\s+{_ONE}\b(?!')")
_OBJECT_AFTER = re.compile(rf"\s+(?:{_ONE}|for|to|with|on|in|at|if|when|what|who|how|as)\b(?!')")
_WHETHER = re.compile(r"\s+[^\W_]+(?: [^\W_]+)?\s+(?:be|have|know|tell|see|speak|come|go|read)\b")
"""After a word that opens a question: May Ava be told?"""
MONTHS = frozenset("april august jan june march may".split())  # noqa: SIM905
_MONTH_BEFORE = re.compile(
    r"(?:(?<![\d:.])\b(?<!\d[:.])\d{1,2}(?:st|nd|rd|th)?(?: of)?"
    r"|\b(?:in|since|until|till|by|early|late|mid|next|last|of|to|from|and|or))[\s-]+$"
)
_DAY_BEFORE = re.compile(r"(?:^|[^\d:.])\d{1,2}(?:st|nd|rd|th)?(?: of)?[\s-]+$")
_SINCE = re.compile(r"\b(?:in|since|until|till|early|late|mid|next|last|every|each)[\s-]+$")
_NUMBER_AFTER = re.compile(r"\s+\d")
_PAGE_AFTER = re.compile(r"\s+\d+\s+of\s+\d")
_DETERMINED = re.compile(
    r"\b(?:the|a|an|this|these|those|last|next|each|every|one|his|her|my|our|your|their|its"
    r"|no|any|some|old|new|good|late|early)\s+$"
)
_KIN = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|sisters?|brothers?|twin|nan|nana|gran|grandma|grandad"
    r"|grandpa|aunt|auntie|uncle|cousins?|niece|nephew|stepdad|stepmum|family|friends?|mates?"
    r"|best friend|girlfriend|boyfriend|ex|partner|son|daughter)"
)
_OWNED = (
    rf"(?:{_KIN}|phone|mobile|number|account|snap|snapchat|insta|instagram|whatsapp|tiktok|house|home"
    r"|flat|room|bedroom|bag|laptop|tablet|ipad|photos?|pics?|pictures?|nudes?|videos?|messages?"
    r"|chat|story|name|group|class|tutor|teacher|birthday|party|car|bike|address)"
)
_OWNED_AFTER = re.compile(rf"\s+(?:(?:old|new|best|little|big|younger|older)\s+)?{_OWNED}\b")
_TOLD = (
    r"(?:told|tells?|telling|ask|asked|asks|asking|text|texted|texts|texting|message|messaged"
    r"|messaging|rang|phone|phoned|phoning|emailed|snapped|kissed|hugged|blocked|unblocked|dating"
    r"|dated|thanked|showed|shown|met|blames?|blamed|trusts?|trusted|forwarded)"
)
_CALLED = r"(?:called|named|known as|goes by|by the name of|calls (?:him|her|them)self|name is)"
_PERSON_BEFORE = re.compile(rf"\b(?:{_TOLD}|{_KIN} of|{_CALLED})\s+$")
_SAID = (
    r"(?:said|says|told|tells|asked|asks|rang|phoned|texted|messaged|sent|showed|posted|shared"
    r"|forwarded|uploaded|screenshotted|snapped|blocked|cried|knows|knew|thinks|thought|wants"
    r"|wanted|admitted|admits|denied|denies|deleted|promised|laughed|hates|has it|has the|did it)"
)
_WENT = re.compile(
    r"\s+(?:also |then |just )?(?:took|made|got|came|went|left|lives|saw|is|was|has)\b"
)
_SPEAKS = re.compile(rf"\s+(?:also |then |never |just |even )?{_SAID}\b")
_SURELY_TOLD = re.compile(
    rf"\b(?:told|asked|rang|phoned|texted|messaged|emailed|met|{_KIN} of|{_CALLED})\s+$"
)
_ENDS = re.compile(
    r"\s*(?:$|[,.;:!?)\n]|\s(?:that|about|to|what|who|when|on|at|and|in|by|if|because|today"
    r"|yesterday|were|was|had|both|too)\b)"
)
_POSSESSES = re.compile(r"'s\b")
_SAYS = re.compile(rf"'s\b|\s+(?:also |then |never |just |even )?{_SAID}\b")
_OF_PEOPLE = re.compile(r"\b(?:i|he|she|they|we|him|her|them|me|us|you)\s+(?:and|or|&)\s+$")
_AND_ONE = re.compile(r"\s+(?:and|&)\s+(?:i|he|she|they|him|me|them|us)\b")
_PREPOSED = re.compile(
    r"\b(?:with|from|to|by|at|of|for|and|or|about|like|than|against|behind|near|between|via"
    r"|(?:knows?|knew|saw|sees?|likes?|hates?|loves?|fancies|gave|give|sent|send|with))\s+$"
)
_FROM = re.compile(
    r"\b(?:came|comes|heard|got|had|learnt|learned|sent|posted|taken|passed on|shared|shown|made"
    r"|written|seen|copied)\s+(?:it\s+|this\s+|that\s+|one\s+)?(?:from|by|to)\s+$"
)
_TIMES = DAYS | frozenset(
    "autumn dawn day days evening morning night spring summer today week winter year".split()  # noqa: SIM905
)
_MASS = frozenset(
    # words that stand without an article: “with grace”, “in hope”
    """
    amber art autumn case chance charity chase clay coral dawn dusty ease ebony eden faith frank
    gay ginger grace grant guy harmony hope ivory jade jasmine jazz joy king lane long love mark
    mercy merry misty noble page patience place press rain reed rich rocky rose rosy rusty sage
    sandy scarlet sky storm sue summer sunny trace van victor violet wade ward water will winter
    """.split()  # noqa: SIM905
)


def no_name(at: Setting) -> bool:
    """Return whether a word with a capital is likely no name: a month, or it opens a question."""
    if _dated(at) or (at.word == "page" and _PAGE_AFTER.match(at.after)):
        return True
    if not at.opens or at.word in _FUNCTION:
        return at.opens
    asks = _ONE_AFTER.match(at.after) or (at.word in _MODAL and _WHETHER.match(at.after))
    return bool(asks) or _ours(at)


def surely_no_name(at: Setting) -> bool:
    """Return whether a word with a capital cannot be a name where it stands."""
    if at.word in MONTHS and (
        _DAY_BEFORE.search(at.before) or _SINCE.search(at.before) or _NUMBER_AFTER.match(at.after)
    ):
        return True
    if at.word == "page" and _PAGE_AFTER.match(at.after):
        return True  # the foot of every page
    if _ours(at):
        return True
    if not at.opens:
        return False
    if at.word in _MODAL:
        return bool(_ONE_AFTER.match(at.after) or _WHETHER.match(at.after))
    return at.word in _FUNCTION or (at.word in _VERBS and bool(_OBJECT_AFTER.match(at.after)))


def a_name(at: Setting) -> bool:
    """Return whether a word in small letters is likely a name: “told jack”, “jack’s mum”."""
    if at.word in _FUNCTION or _DETERMINED.search(at.before):
        return False
    timely = at.word in _TIMES
    if _POSSESSES.match(at.after) and not timely:
        return True
    if _SPEAKS.match(at.after) and (given(at.word) or not timely):
        return True
    if at.word in _MODAL:
        return bool(_SURELY_TOLD.search(at.before) and _ENDS.match(at.after))
    return bool(_PERSON_BEFORE.search(at.before) or _OF_PEOPLE.search(at.before))


def may_be_a_name(at: Setting) -> bool:
    """Return whether a word in small letters may be a name: it stands where a person would."""
    if at.word in _FUNCTION or _DETERMINED.search(at.before):
        return False
    told = _PERSON_BEFORE.search(at.before) or _OF_PEOPLE.search(at.before)
    if at.word in _MODAL:
        return bool(_SAYS.match(at.after) or (told and _ENDS.match(at.after)))
    says = _SAYS.match(at.after) and (given(at.word) or at.word not in _TIMES)
    if told or says or _AND_ONE.match(at.after):
        return True
    if at.word not in _TIMES and _FROM.search(at.before):
        return True
    person = given(at.word) or at.word not in common()
    stands = _PREPOSED.search(at.before) or _WENT.match(at.after)
    return person and at.word not in _MASS | _TIMES and bool(stands)


def full_name(at: Setting, *, turned: bool) -> bool:
    """Return whether words in small letters that are a name together are one: “grace hope”."""
    first = next((one for one in _MODAL if at.word.startswith(one)), "")
    verb = bool(first) and at.word.removeprefix(first) in _VERBS
    return not (turned or verb or _DETERMINED.search(at.before))


def owns(at: Setting) -> bool:
    """Return whether a name with a forgotten apostrophe stands before what is somebody’s."""
    return bool(_OWNED_AFTER.match(at.after)) and not _DETERMINED.search(at.before)


def _dated(at: Setting) -> bool:
    return at.word in MONTHS and bool(
        _MONTH_BEFORE.search(at.before) or _NUMBER_AFTER.match(at.after)
    )


def _ours(at: Setting) -> bool:
    """Return whether the word stands in a phrase of the program itself."""
    before = re.findall(r"[^\W_]+", at.before)[-1:]
    rest = re.findall(r"[^\W_]+(?:'[^\W_]+)?", at.after)
    phrases = (" ".join((at.word, *rest[:more])) for more in (1, 2))
    return any(one in our_phrases() for one in (*phrases, " ".join((*before, at.word))))
