"""Speeches: quotations, also over several sentences, and who speaks in them where the sentence itself does not say."""

import re
from bisect import bisect_right

import msgspec

from embargo.claims.marks import Mark

# A quotation of so many code points at least is somebody's words, and no name or word between quotation marks.
_SPEECH = 24
_QUOTED = re.compile(
    rf"“(?P<curly>[^“”\n]{{{_SPEECH},}})(?:”|$)|\"(?P<plain>[^\"\n]{{{_SPEECH},}})\"", re.MULTILINE
)

_LEAD = re.compile(r":\s*\Z")


class Speech(msgspec.Struct):
    """A quotation: where its words begin and end, who speaks, and the one before it that may be the same person's."""

    start: int
    end: int
    mark: Mark | None = None
    before: "Speech | None" = None
    # "The minister replied:" stands in the line before it.
    led: bool = False


class Speeches:
    """The quotations of one document, in order."""

    def __init__(self, text: str) -> None:
        self.all: list[Speech] = []
        for match in _QUOTED.finditer(text):
            speech = Speech(*match.span(match.lastgroup or 0))
            speech.led = _LEAD.search(text, max(0, match.start() - 3), match.start()) is not None
            last = self.all[-1] if self.all else None
            gap = text[last.end : speech.start] if last is not None else ""
            # “A,” said X. “B.” goes on; so does a paragraph that opens with the mark that the last one did not close.
            if last is not None and ("\n" not in gap or gap.strip() == "“"):
                speech.before = last
            self.all.append(speech)
        self._starts = [speech.start for speech in self.all]

    def around(self, start: int, end: int) -> Speech | None:
        """Return the quotation that the sentence begins in, or that opens first in it."""
        at = bisect_right(self._starts, start + 1)
        inside = self.all[at - 1] if at and self.all[at - 1].end > start + 1 else None
        if inside is not None:
            return inside
        return self.all[at] if at < len(self.all) and self._starts[at] < end else None


def said_by(speech: Speech) -> Mark | None:
    """Return who speaks in the quotation, as far as is known: who is named with it, or with the one that it goes on from."""
    return speech.mark or (speech.before.mark if speech.before is not None else None)
