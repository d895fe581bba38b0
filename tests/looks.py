"""Which tests see the look of the program: those marked `looks`, alone or by their whole module.

The others ask what the windows do, and a quarter of their time went into styling widgets. They have
the font, the palette and the style of the program, but not its style sheet.
"""

from contextlib import contextmanager

import pytest

from app.ui import theme


@contextmanager
def look(app, *, dressed):
    """Show the light look, whatever the system's is, and change to no sheet but if `dressed`."""
    with pytest.MonkeyPatch.context() as patch:
        if not dressed:
            patch.setattr(theme, "style_sheet", lambda _tokens: "")
        theme.apply(app, theme.Scheme.LIGHT)
        yield


@pytest.fixture(autouse=True, scope="module")
def look_of_a_module(qapp, request):
    """Dress the windows that the tests of a module look at together."""
    with look(qapp, dressed=bool(request.node.get_closest_marker("looks"))):
        yield


@pytest.fixture(autouse=True)
def look_of_a_test(qapp, request, look_of_a_module):
    """Dress the windows of a test that sees the look in a module that does not."""
    if any(mark.name == "looks" for mark in request.node.own_markers):
        with look(qapp, dressed=True):
            yield
        theme.apply(qapp, theme.Scheme.LIGHT)
    else:
        yield
