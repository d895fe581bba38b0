"""The places of the rail, from the top. A new page is one more line here."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.casework.session import Session
from app.ui.cases.page import CasesPage
from app.ui.contacts.page import ContactsPage
from app.ui.documents.page import DocumentsPage
from app.ui.services.page import CataloguePage
from app.ui.settings.page import SettingsPage
from app.ui.today.page import TodayPage
from app.ui.widgets.navigation import Navigation


class RailPlace(NamedTuple):
    """One page of the rail: the word and icon it goes by, and how it is made."""

    title: str
    icon: str
    make: Callable[[Session, Navigation], QWidget]


PLACES = (
    RailPlace("Today", "house", TodayPage),
    RailPlace("Cases", "folders", CasesPage),
    RailPlace("Documents", "file-text", DocumentsPage),
    RailPlace("Services", "send", CataloguePage),
    RailPlace("Contacts", "phone", ContactsPage),
    RailPlace("Settings", "settings", SettingsPage),
)
