"""The command `embargo`: a thin door. It parses, calls casework and shows; results on stdout, progress on stderr."""

import sys

from embargo import __version__


def main(argv: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 done, 1 attention (with --check), 2 usage, 3 input error."""
    words = sys.argv[1:] if argv is None else argv
    if words in (["--version"], ["-V"]):
        # Asked for by scripts in a loop: answered before anything is imported.
        print(f"embargo {__version__}")
        return 0
    try:
        from embargo.cli.app import call

        return call(words)
    except KeyboardInterrupt:
        # Stopped while the rooms were being loaded: nothing was begun.
        return 130
