"""A spread map that is not parted by the end of a page."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from reportlab.platypus.flowables import Flowable, KeepTogether

from app.documents.spread import SpreadMap


class WholeMap(SpreadMap, frozen=True):
    """A map that begins on the next page where this one cannot hold it, if any page can."""

    def flowables(self) -> list[Flowable]:
        return [KeepTogether(super().flowables())]
