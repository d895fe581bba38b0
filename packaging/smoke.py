"""Checks that the frozen program has no network modules, then runs its tour once."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUNDLE = Path(__file__).resolve().parent.parent / "dist" / "dsl-casebook"
UNWANTED = (
    "_socket",
    "_ssl",
    "Qt6Network",
    "QtNetwork",
    "qvnc",
    "opensslbackend",
    "schannelbackend",
    "qtuiotouch",
)
"""Parts of file names that must not occur in the bundle."""


def main() -> int:
    """Return 0 if the bundle is clean and its tour makes pictures and documents."""
    found = [path for path in BUNDLE.rglob("*") if any(part in path.name for part in UNWANTED)]
    if found:
        print("Must not be shipped:", *found, sep="\n    ")
        return 1
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*") if path.is_file())
    print(f"The bundle takes {size / 1e6:.0f} MB.")
    return tour()


def tour() -> int:
    """Run the tour without the environment of this Python. Return 0 if it made its files."""
    program = BUNDLE / ("dsl-casebook.exe" if os.name == "nt" else "dsl-casebook")
    keep = ("SYSTEMROOT", "TEMP", "TMPDIR", "LANG")
    bare = {name: value for name, value in os.environ.items() if name in keep}
    with tempfile.TemporaryDirectory() as folder:
        bare |= {"HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        out = Path(folder) / "tour"
        ended = subprocess.run([program, "tour", out], env=bare, check=False, timeout=600)
        pictures, documents = len(list(out.rglob("*.png"))), len(list(out.rglob("*.pdf")))
    print(f"The tour ended with {ended.returncode}: {pictures} pictures, {documents} documents.")
    return ended.returncode or int(not (pictures and documents))


if __name__ == "__main__":
    sys.exit(main())
