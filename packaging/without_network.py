"""Runs first in the frozen program: replaces the module `socket` by an empty one.

Python's own e-mail parser, which reads the versions of packages, imports `socket` without using it.
"""

import sys
import types

sys.modules["socket"] = types.ModuleType("socket", "Nothing here reaches a network.")
