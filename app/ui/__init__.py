"""The windows: the only part of the casebook that knows Qt."""

from app.ui.shell.steady import steady

steady()
