"""The text of a request: plain text, without any child's name.

Source: uk-guidance 4.3 (the six statements of Online Safety Act 2023 s.20A) and 4.4 (standard
text); peers idea 17 (one item a request, the rule named).
"""

import re
from collections.abc import Mapping

import msgspec

from app.domain.forms.routes import RouteKind
from app.removal.flow import Rung

NAME_REFUSED = (
    "“{found}” may tell who somebody of this case is. A request goes to people outside: take it "
    "out. Handles and addresses go into “Where it is”. If it is nobody’s name, say so below."
)


_PASSWORD = re.compile(
    r"""\b(?: pass[\s-]?(?:word|code|phrase|key) | pwd | passwd | log[\s-]?in | user[\s-]?name )s?\b
    (?: (?:\s+name)? \s*(?:\bis\b|\bwas\b|=|:)\s*          # it is said outright, as a value
        (?!known|not|with|kept|theirs|changed|private|their)
        ["'“‘]?[^\W_]\S+
      | \s+["'“‘]?(?=\S*\d)\S{3,} )                        # or a word with a digit follows""",
    re.IGNORECASE | re.VERBOSE,
)
_PIN = re.compile(
    r"""\b(?: pin | otp | (?:one[\s-]?time|security|verification|access|recovery)\s+code )
    (?:\s+(?:number|code))? \s*(?:is|was|=|:|-|–|\#)?\s* ["'“‘]?[A-Z-]{0,4}\d[\d\s-]*\d""",
    re.IGNORECASE | re.VERBOSE,
)
CREDENTIAL_REFUSED = (
    "This looks like a password, a log-in or a case PIN. The casebook keeps none of these: they "
    "belong to the learner. Take it out, and write it on the tear-off slip that they keep."
)


def credential_in(text: str) -> bool:
    """Return whether a text reveals a password, a Childline log-in or a case PIN.

    Mentioning one ("they changed their password") is harmless; the value itself is not.
    """
    return bool(_PASSWORD.search(text) or _PIN.search(text))


def credential_refusal(text: str) -> str:
    """Return the sentence that refuses a text with a log-in or PIN; "" if there is none."""
    return CREDENTIAL_REFUSED if credential_in(text) else ""


def credential_slip() -> str:
    """Return the tear-off slip as plain text: lines for the learner to fill in by hand and keep."""
    return (
        "Yours to keep. Nobody at college needs it.\n\n"
        "Page I used: ______________________________\n"
        "My log-in name: ___________________________\n"
        "My number or PIN: _________________________\n"
        "The day I did it: _________________________\n\n"
        "Keep it where only you look."
    )


CHILD = "intimate image of a person under 18"
ADULT = "intimate image of a person, shared without their agreement"
_USUAL_RULE = "child sexual exploitation and abuse"
_USUAL_RULE_ADULT = "intimate images shared without agreement"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a request is written from. `where` is the one address, handle or group, as given."""

    rung: Rung
    where: str
    contact: str
    category: str = ""
    police_reference: str = ""
    of_an_adult: bool = False
    first_reference: str = ""
    statements: tuple[str, ...] = ()
    statutory_before: bool = False
    """Whether a statutory report on the same was made before: a complaint then rests on the Act."""
    seen: bool = False
    """Whether the record says that a member of staff has seen the imagery."""


def typed_in(wanted: Wanted) -> Mapping[str, str]:
    """Return what was typed for a request, by field, without the place of the item."""
    return {
        "category": wanted.category,
        "contact": wanted.contact,
        "police_reference": wanted.police_reference,
        "first_reference": wanted.first_reference,
    }


def wording_faults(wanted: Wanted, names_told: Mapping[str, str]) -> Mapping[str, str]:
    """Return, by field, the sentence that refuses what was typed.

    `names_told` are words, by field, that may tell who somebody is. No field may hold a password, a
    log-in or a PIN. One request is for one item.
    """
    found = {field: NAME_REFUSED.format(found=words) for field, words in names_told.items()}
    for field, text in (*typed_in(wanted).items(), ("where", wanted.where)):
        found[field] = found.get(field) or credential_refusal(text)
    if len(wanted.where.split("\n")) > 1 or wanted.where.count("://") > 1:
        found["where"] = "One request is for one item: give one address, handle or group."
    return {field: sentence for field, sentence in found.items() if sentence}


def request_text(wanted: Wanted) -> str:
    """Write the request to one service about one item, as plain text."""
    parts = [_opening(wanted), _place(wanted), _asked(wanted)]
    if wanted.statements:
        parts.append("I state the following.\n" + "\n".join(f"- {s}" for s in wanted.statements))
    parts += [_references(wanted), f"Please answer to: {wanted.contact}", _attached(wanted)]
    return "\n\n".join(part for part in parts if part)


def _opening(wanted: Wanted) -> str:
    what = ADULT if wanted.of_an_adult else CHILD
    if wanted.rung.route is RouteKind.COMPLAINT:
        return f"I complain that a report about an {what} was not acted on."
    if wanted.rung.route is RouteKind.STATUTORY:
        return (
            f"This is an intimate image content report under section 20A of the Online Safety Act "
            f"2023, about an {what}."
        )
    return f"I report an {what}."


def _place(wanted: Wanted) -> str:
    lines = [f"Where it is: {wanted.where}"]
    if wanted.category:
        lines.append(f"Category: {wanted.category}")
    of_child = wanted.rung.service.rule_seen or _USUAL_RULE
    lines.append(f"Rule broken: {_USUAL_RULE_ADULT if wanted.of_an_adult else of_child}")
    return "\n".join(lines)


def _asked(wanted: Wanted) -> str:
    lines = [
        "Please remove it, and whatever is substantially the same.",
        "Please keep what the police may need before you remove it.",
        "Please prevent it from being put up again.",
    ]
    statutory = wanted.rung.route is RouteKind.STATUTORY
    if statutory or (wanted.rung.route is RouteKind.COMPLAINT and wanted.statutory_before):
        lines.insert(1, "The Act asks for this within 48 hours of receiving the report.")
    return "\n".join(lines)


def _references(wanted: Wanted) -> str:
    lines = []
    if wanted.first_reference:
        lines.append(f"Reference of the first report: {wanted.first_reference}")
    if wanted.police_reference:
        lines.append(f"Police reference: {wanted.police_reference}")
    return "\n".join(lines)


def _attached(wanted: Wanted) -> str:
    """Return a sentence that no copy is attached, and that nobody looked if the record says so."""
    looked = "" if wanted.seen else " and have not looked at it"
    return f"Nothing is attached. We hold no copy{looked}."


BY_LEARNER = (RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.ADULT)
"""The routes the learner takes alone on their own device: they get a card, not a text to send."""


def ready_text(rung: Rung) -> str:
    """Write what to have ready for a route by telephone or on a page with its own questions."""
    lines = "\n".join(f"- {asked}" for asked in rung.asks_for)
    return f"{rung.steps}\n\nTo have ready\n{lines}".strip()
