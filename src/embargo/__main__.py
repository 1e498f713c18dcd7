"""`python -m embargo` is the command `embargo`."""

import sys

from embargo.cli import main

if __name__ == "__main__":
    sys.exit(main())
