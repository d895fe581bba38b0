"""Which earlier entries an answer may point to, by form, and how each is written."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.form import Entry
from app.domain.item import Item
from app.domain.keys import read_key
from app.domain.moments import write_day
from app.domain.stages.deletion import DeletionConfirmed, DeletionDecided
from app.domain.stages.device import DeviceInstruction, DeviceMoved, DeviceTaken
from app.domain.stages.late import ClockMissed
from app.domain.track import noun_of


def _device(form: Entry) -> str:
    assert isinstance(form, DeviceTaken)
    return f"{form.device}, seal {form.seal}"


def _deletion(form: Entry) -> str:
    assert isinstance(form, DeletionDecided)
    return f"{form.what} (by {write_day(form.delete_by)})" if form.delete_by else form.what


_WRITTEN: dict[type[Entry], Callable[[Entry], str]] = {
    DeviceTaken: _device,
    DeletionDecided: _deletion,
}
POINTS_TO: dict[type[Entry], type[Entry]] = {
    DeviceMoved: DeviceTaken,
    DeviceInstruction: DeviceTaken,
    DeletionConfirmed: DeletionDecided,
}
"""For a form with a question about an earlier entry, the form of the entries it may point to."""


def pointed_to(form: type[Entry], items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    """Give the entries a form may point to, with words, oldest first."""
    target = POINTS_TO[form]
    return tuple(
        (item.root, _WRITTEN[target](item.form)) for item in items if isinstance(item.form, target)
    )


def pointed_names(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Give words for every entry and clock that some answer points to."""
    for item in items:
        write = _WRITTEN.get(type(item.form))
        if write:
            yield item.root, write(item.form)
        if isinstance(item.form, ClockMissed) and (noun := noun_of(read_key(item.form.which))):
            yield item.form.which, noun
