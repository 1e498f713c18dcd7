"""The tree of errors. Each message says what was seen and where, what was expected, and the next step.

EmbargoError
├── UsageError            the command or call cannot be carried out as asked          (exit 2)
├── InputError            something handed to us cannot be used                       (exit 3)
│   ├── UnreadableSource  a file cannot be read as the kind it claims to be
│   ├── BadDetails        a sidecar, sheet or flag carries a value we cannot take
│   ├── BadLexicon        a lexicon file breaks its own form (file and line)
│   ├── BadPack           a law pack breaks its own form (file and line)
│   └── BadFact           a fact for the law engine breaks its own form
└── RecordError           the case's record
    ├── NoCase            there is no case in that folder
    ├── Busy              another process has held the record too long
    ├── Damaged           bytes, events or heads do not agree with their hashes       (exit 1 of verify)
    └── CannotCheck       what would be needed to check is missing                    (exit 2 of verify)
"""


class EmbargoError(Exception):
    """An error a user can act on: seen, expected, next step, in words."""

    def __init__(self, seen: str, expected: str = "", next_step: str = "") -> None:
        self.seen = seen
        self.expected = expected
        self.next_step = next_step
        parts = [seen.rstrip(".") + "."]
        if expected:
            parts.append(f"Expected: {expected.rstrip('.')}.")
        if next_step:
            parts.append(f"Next: {next_step.rstrip('.')}.")
        super().__init__(" ".join(parts))


class UsageError(EmbargoError):
    """The command or call cannot be carried out as asked."""


class InputError(EmbargoError):
    """Something handed to us cannot be used."""


class UnreadableSource(InputError):
    """A file cannot be read as the kind it claims to be; it is set aside and the rest goes on."""


class BadDetails(InputError):
    """A sidecar, sheet or flag carries a value we cannot take."""


class BadLexicon(InputError):
    """A lexicon file breaks its own form; the message names file and line."""


class BadPack(InputError):
    """A law pack breaks its own form; the message names file and line."""


class BadFact(InputError):
    """A fact for the law engine breaks its own form."""


class RecordError(EmbargoError):
    """Something about the case's record."""


class NoCase(RecordError):
    """There is no case in that folder."""


class Busy(RecordError):
    """Another process has held the record longer than we wait."""


class Damaged(RecordError):
    """Bytes, events or heads do not agree with their hashes."""


class CannotCheck(RecordError):
    """What would be needed to check is missing."""
