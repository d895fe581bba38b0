"""Custody: the devices the college holds in a case at this moment."""

from app.domain.case.case import Case
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement


def devices_held(case: Case) -> tuple[DeviceTaken, ...]:
    """Give the devices taken into custody that have neither gone to the police nor back."""
    gone = {
        form.device
        for form in case.all_of(DeviceMoved)
        if form.movement in {Movement.POLICE, Movement.RETURNED}
    }
    return tuple(
        entry.form
        for entry in case.current
        if isinstance(entry.form, DeviceTaken) and entry.root not in gone
    )
