"""Names: whether two writings are one name, whether they may be, and where one is in a text.

- `key` returns the form in which two writings of one name are equal, `same` whether they are.
  Neither takes two people for one: Ann and Anne, Mr Stone and Mrs Stone are not the same.
- `near` returns whether two writings may be one name, misheard, mistyped or shortened. It is a
  reason to ask; no rule depends on it.
- `contains` and `places` find a name in a text, as whole words.

For names of people, bodies and services. Handles and addresses are marks (`domain.case.marks`).
"""

from app.domain.names.keys import (
    TITLES,
    as_said,
    before_role,
    contains,
    first_name,
    key,
    perhaps_same_bearer,
    places,
    same,
    same_bearer,
    untitled,
    words,
)
from app.domain.names.nearness import near, near_bearer

__all__ = [
    "TITLES",
    "as_said",
    "before_role",
    "contains",
    "first_name",
    "key",
    "near",
    "near_bearer",
    "perhaps_same_bearer",
    "places",
    "same",
    "same_bearer",
    "untitled",
    "words",
]
