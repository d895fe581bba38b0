"""The settings that belong to the casebook and travel with it."""

from collections.abc import Mapping

from app.vault.database import Database
from app.vault.events import Action, Events
from app.vault.vocabulary import Vocabulary


class Settings:
    """Names and values, both text. Every change is logged with the old and the new value."""

    def __init__(self, db: Database, events: Events, vocabulary: Vocabulary) -> None:
        self._db = db
        self._events = events
        self._vocabulary = vocabulary

    def get(self, name: str, otherwise: str = "") -> str:
        """Return a setting, or `otherwise` when it was never set."""
        found = self._db.value("SELECT value FROM setting WHERE name = ?", name)
        return otherwise if found is None else str(found)

    def all(self) -> dict[str, str]:
        """Return every setting."""
        return dict(self._db.rows("SELECT name, value FROM setting ORDER BY name"))

    def put(self, name: str, value: str) -> None:
        """Store a setting and log it. The same value again changes and logs nothing.

        Raises ValueError when the name is not one short word; ImageryRefused, DiskFull, ReadOnly.
        """
        before = self._db.value("SELECT value FROM setting WHERE name = ?", name)
        if before == value:
            return
        with self._db.change():
            self._db.run(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value,
            )
            self._vocabulary.note_setting(name)
            self._note(name, str(before or ""), value)

    def forget(self, name: str) -> None:
        """Remove a setting and log it. Do nothing when it was never set.

        Raises DiskFull, ReadOnly.
        """
        before = self._db.value("SELECT value FROM setting WHERE name = ?", name)
        if before is None:
            return
        with self._db.change():
            self._db.run("DELETE FROM setting WHERE name = ?", name)
            self._note(name, str(before), "")

    def put_all(self, values: Mapping[str, str]) -> None:
        """Store several settings, all of them or none. Raises as `put`."""
        with self._db.change():
            for name, value in values.items():
                self.put(name, value)

    def _note(self, name: str, old: str, new: str) -> None:
        words = {"old": old, "new": new}
        self._events.note(Action.SETTING_CHANGED, None, {"setting": name}, words)
