"""The Qt palette that goes with a set of tokens, for whatever the style draws by itself."""

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    """Make the palette of these tokens."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.ground,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.card,
        _Role.AlternateBase: tokens.ground,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.card,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.red,
        _Role.Light: tokens.card,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.edge,
        _Role.ToolTipBase: tokens.card,
        _Role.ToolTipText: tokens.ink,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
    }
