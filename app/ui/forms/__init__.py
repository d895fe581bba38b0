"""Forms on screen: one editor for each kind of answer, set out from a form's declaration."""

from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView, ShortForm

__all__ = ["FormContext", "FormView", "ShortForm"]
