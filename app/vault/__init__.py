"""The encrypted casebook on disk. Nothing outside this package touches its files."""

import os
from pathlib import Path

# The engine's own OpenSSL would otherwise read a settings file, and load modules, from outside the
# program. This runs before any module of the package can import the engine.
os.environ["OPENSSL_CONF"] = os.devnull
os.environ["OPENSSL_MODULES"] = str(Path(__file__).parent)
