"""How devices, deletion decisions and clocks are written where an answer points at one."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.case.clock_rules import noun_of
from app.domain.case.entry import Entry
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceTaken
from app.domain.forms.late import ClockMissed
from app.domain.kit.form import Form
from app.domain.kit.keys import read_key
from app.domain.kit.moments import write_day


def _device(form: Form) -> str:
    assert isinstance(form, DeviceTaken)
    return f"{form.device}, seal {form.seal}"


def _deletion(form: Form) -> str:
    assert isinstance(form, DeletionDecided)
    return f"{form.what} (by {write_day(form.delete_by)})" if form.delete_by else form.what


_WRITTEN: dict[type[Form], Callable[[Form], str]] = {
    DeviceTaken: _device,
    DeletionDecided: _deletion,
}


def reference_names(items: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Give words for every entry and clock that some answer points to."""
    for entry in items:
        write = _WRITTEN.get(type(entry.form))
        if write:
            yield entry.root, write(entry.form)
        if isinstance(entry.form, ClockMissed) and (noun := noun_of(read_key(entry.form.which))):
            yield entry.form.which, noun
