"""Start DSL Casebook: `python -m app`."""

import sys

from app.start import main

if __name__ == "__main__":
    sys.exit(main())
