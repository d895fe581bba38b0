"""The words of one request for removal, as the service may read them: nobody of the case by name.

Where the item is stands as it was told, for nothing can be found without it; every other word is
disguised, whatever somebody typed.
"""

import msgspec

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.form import name_of
from app.domain.kit.record import Audience
from app.papers.case_words import CaseWords


class RequestWords(CaseWords):
    """What may be said of one request."""

    def __init__(self, case: Case, entry: Entry) -> None:
        cast = msgspec.structs.replace(disclosure_for(case, Audience.SERVICES), kept=())
        super().__init__(case, Audience.SERVICES, hide=Disguise.of(cast))
        assert isinstance(entry.form, RemovalRequested)
        self.item, self.form = entry, entry.form

    @property
    def where(self) -> str:
        """Where the item is, as told; empty when the route covers every copy."""
        return self._as_told(RemovalRequested.where_it_is)

    @property
    def text(self) -> str:
        """The words that were sent, with the place in them as told; empty when there are none."""
        sent = self._as_told(RemovalRequested.text)
        parts = sent.split(self.where) if self.where else [sent]
        return self.where.join(map(self.hide.over, parts))

    def _as_told(self, question: object) -> str:
        """Give an answer of the request as it stands in the record, where a service may read it."""
        name = name_of(question)
        read = (self.item.root, name) in self._said
        return (getattr(self.form, name) or "").strip() if read else ""

    @property
    def service(self) -> str:
        """The service it goes to."""
        return self.said(RemovalRequested.service_name)

    def said(self, question: object) -> str:
        """Give one answer in words, or say that it is not known."""
        return self.answer(self.item, question)
