"""Prepares a machine for DSL Casebook: shared libraries, .venv, the pinned packages."""

import ctypes
import hashlib
import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "installed-lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

ROOM = 1_000_000_000
"""Bytes that must be free to install packages: 500 MB and the downloads."""

OLDEST_GLIBC = (2, 34)
"""The C library that the Qt packages for Linux were built with: Debian 12, Ubuntu 22.04, RHEL 9."""

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The shared libraries that Qt needs on Linux, each with its Debian package."""


class MissingError(Exception):
    """Something that this machine lacks and that this program cannot install."""


def prepare() -> None:
    """Prepare .venv, doing only what is not done yet. Raises MissingError."""
    refuse_unserved_machines()
    if sys.platform == "linux":
        bring_system_packages()
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    installed = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if installed != wanted or not usable():
        make_venv()  # afresh: what the lock no longer names must not stay
        install_lock()
        STAMP.write_text(wanted, encoding="utf-8")


def has_display() -> bool:
    """Return whether a window can be opened here, or the caller chose a Qt platform."""
    signs = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(sign) for sign in signs)


def refuse_unserved_machines() -> None:
    """Raise MissingError on a kind of machine for which the pinned packages do not exist."""
    kind = sysconfig.get_platform()
    if kind == "win-arm64" or (sys.platform == "darwin" and platform.machine() == "x86_64"):
        raise MissingError(f"The pinned packages are not made for this Python: {kind}.")
    name, version = platform.libc_ver()
    if sys.platform == "linux" and (
        name != "glibc" or tuple(map(int, version.split(".")[:2])) < OLDEST_GLIBC
    ):
        raise MissingError("Qt needs a Linux with glibc 2.34 or newer, such as Debian 12.")


def bring_system_packages() -> None:
    """Install missing Debian packages as root. Raises MissingError with what to install."""
    missing = missing_system_packages()
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise MissingError(f"Missing system libraries, by Debian's names: {' '.join(missing)}")
    line = f"apt-get install --yes --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        raise MissingError(f"System packages are missing. Please run:\n\n    sudo {line}\n")
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    if subprocess.run([*line.split(), "-qq"], env=quiet, check=False).returncode:
        raise MissingError(f"These system packages could not be installed: {' '.join(missing)}")
    if missing := missing_system_packages():
        raise MissingError(f"Still missing after their installation: {' '.join(missing)}")


def missing_system_packages() -> list[str]:
    """Return the missing Debian packages, found by loading each library."""
    missing = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def usable() -> bool:
    """Return whether .venv has a Python that starts and has pip."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-I", "-c", "import pip"], check=False).returncode == 0


def make_venv() -> None:
    """Make a new .venv. Raises MissingError."""
    print(f"Making {VENV}", flush=True)
    making = [sys.executable, "-I", "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(making, check=False).returncode:
        raise MissingError("Python's own venv module could not make .venv; its words are above.")


def install_lock() -> None:
    """Install the pinned packages, each checked against its hash. Raises MissingError."""
    free = shutil.disk_usage(VENV).free
    if free < ROOM:
        raise MissingError(f"The disk is too full: {free // 10**6} MB free of the 1000 needed.")
    print("Installing the pinned packages (a few minutes, only when they changed)", flush=True)
    install = [str(PYTHON), "-I", "-m", "pip", "install", "--disable-pip-version-check"]
    install += ["--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK)]
    if not sys.stdout.isatty():
        install.append("--quiet")
    pip = subprocess.run(install, stderr=subprocess.PIPE, text=True, check=False)
    sys.stderr.write(pip.stderr)
    if pip.returncode:
        raise MissingError(reason_of(pip.stderr))


def reason_of(words: str) -> str:
    """Return a sentence saying what the error output of pip means."""
    python = f"Python {platform.python_version()} on {platform.platform()}"
    reasons = {
        ("No space left", "not enough space"): "The disk is full.",
        ("DO NOT MATCH",): "A package that came is not the one that was pinned. It was refused.",
        ("connection", "timed out", "retries"): "No package registry could be reached. A network "
        "is needed this once; DSL Casebook itself never uses one.",
        ("No matching distribution",): f"A pinned package is not made for {python}.",
    }
    for signs, reason in reasons.items():
        if any(sign.lower() in words.lower() for sign in signs):
            return f"The pinned packages were not installed. {reason}"
    return "The pinned packages were not installed; pip's words are above."
