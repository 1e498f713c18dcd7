"""How a person answers: single keys where stdin is a terminal, else a key or an answer on each line of a pipe."""

import os
import sys


def key(prompt: str) -> str:
    """Return the key that was pressed, or the line of a pipe. Raises EOFError at the end of stdin, KeyboardInterrupt at Ctrl-C."""
    if not _at_terminal():
        return _line(prompt)
    pressed = _press(prompt)
    if pressed in ("", "\x04"):
        raise EOFError
    if pressed == "\x03":
        raise KeyboardInterrupt
    sys.stderr.write((pressed if pressed.isprintable() else "") + "\n")
    return pressed


def line(prompt: str) -> str:
    """Return a line as typed, without blanks around it. Raises EOFError at the end of stdin."""
    return _line(prompt)


def _line(prompt: str) -> str:
    _ask(prompt)
    given = sys.stdin.readline() if sys.stdin is not None else ""
    if not given:
        sys.stderr.write("\n")
        raise EOFError
    if not _at_terminal():
        sys.stderr.write("\n")
    return given.strip()


def _ask(prompt: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(prompt)
    sys.stderr.flush()


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"


def _press(prompt: str) -> str:
    """Return one key of the terminal, without waiting for the end of the line. Ctrl-C stays a signal."""
    if sys.platform == "win32":
        import msvcrt

        _ask(prompt)
        return msvcrt.getwch()
    import termios
    import tty

    number = sys.stdin.fileno()
    before = termios.tcgetattr(number)
    try:
        # DRAIN and not FLUSH: a key pressed ahead of the question counts.
        tty.setcbreak(number, termios.TCSADRAIN)
        _ask(prompt)
        return os.read(number, 1).decode("utf-8", "replace")
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)
