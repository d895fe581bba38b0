"""Names: whether two writings are one name, whether they may be, and where one stands in a text.

- `key` is the form by which two writings of one name are equal, `same` says whether they are. It
  never takes two people for one: Ann and Anne, Mr Stone and Mrs Stone are not the same.
- `near` says whether two writings may well be one name, misheard, mistyped or shortened. It asks;
  no rule is settled by it.
- `contains` and `places` find a name in a text, as whole words.

People's names, and those of bodies and services. Handles and addresses are marks (`domain.marks`).
"""

from app.domain.names.keys import (
    TITLES,
    as_said,
    before_role,
    contains,
    first_name,
    key,
    places,
    same,
    same_bearer,
    untitled,
    words,
)
from app.domain.names.nearness import near

__all__ = [
    "TITLES",
    "as_said",
    "before_role",
    "contains",
    "first_name",
    "key",
    "near",
    "places",
    "same",
    "same_bearer",
    "untitled",
    "words",
]
