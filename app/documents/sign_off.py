"""Lines to sign for as many people as there were, two or three beside each other."""

from collections.abc import Iterator

from reportlab.platypus.flowables import Flowable

from app.documents import blocks
from app.documents.content import Lines, Signatures


class SignOff(Signatures, frozen=True):
    """A statement with lines to sign for each of several people, in rows of the same width."""

    def flowables(self) -> list[Flowable]:
        return [made for row in self._rows() for made in blocks.signature_block(*row)]

    def _rows(self) -> Iterator[tuple[tuple[str, Lines], ...]]:
        across = 2 if len(self.columns) in {1, 2, 4} else 3
        for at in range(0, len(self.columns), across):
            row = self.columns[at : at + across]
            yield (*row, *[("", ())] * (across - len(row)))
