"""What the casebook never keeps: passwords, log-ins and case PINs. They stay with the learner."""

import re

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
    """Say whether a text gives away a password, a Childline log-in or a case PIN.

    Speaking of one ("they changed their password") is no harm; the value itself is.
    """
    return bool(_PASSWORD.search(text) or _PIN.search(text))


def credential_refusal(text: str) -> str:
    """Give the sentence that refuses a text with a log-in or PIN in it, or nothing."""
    return CREDENTIAL_REFUSED if credential_in(text) else ""


def credential_slip() -> str:
    """Give the tear-off slip: lines for the learner to fill in by hand and keep. Plain text."""
    return (
        "Yours to keep. Nobody at college needs it.\n\n"
        "Page I used: ______________________________\n"
        "My log-in name: ___________________________\n"
        "My number or PIN: _________________________\n"
        "The day I did it: _________________________\n\n"
        "Keep it where only you look."
    )
