"""How devices, deletion decisions and clocks are written where an answer points at one."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.case.item import Item
from app.domain.case.track import noun_of
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceTaken
from app.domain.forms.late import ClockMissed
from app.domain.kit.form import Entry
from app.domain.kit.keys import read_key
from app.domain.kit.moments import write_day


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


def pointed_names(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Give words for every entry and clock that some answer points to."""
    for item in items:
        write = _WRITTEN.get(type(item.form))
        if write:
            yield item.root, write(item.form)
        if isinstance(item.form, ClockMissed) and (noun := noun_of(read_key(item.form.which))):
            yield item.form.which, noun
