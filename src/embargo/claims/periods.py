"""Periods: what months published figures are of: "put out its March tables on 18 April. Purchases stood at $30 million."."""

import msgspec

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.vocabulary import Claim

DOUBT = "of which period the figure is is read from what is told before"
_FIGURES = words("published_figures")
_NEAR = 4


def note_period(scene: Scene, memory: Memory) -> None:
    """Remember the period that a sentence says published figures are of."""
    for mark in scene.of("time"):
        when = mark.when
        if (
            when is None
            or when.first is None
            or when.last is None
            or (when.last - when.first).days < _A_MONTH
        ):
            continue
        if _of_figures(scene, mark):
            memory.period = when


# Figures are published of a month at least.
_A_MONTH = 26


def _of_figures(scene: Scene, mark: Mark) -> bool:
    """Return whether a time says what figures are of: "its March figures", "tables for May", "trade of $9 million in June"."""
    behind = scene.lows[mark.j : mark.j + _NEAR]
    before = scene.lows[max(0, mark.i - _NEAR) : mark.i]
    led = before[-1:] in (["for"], ["of"], ["in"], ["during"])
    return bool(_FIGURES & set(behind[:2])) or (led and bool(_FIGURES & set(before)))


def of_the_period(scene: Scene, claim: Claim, memory: Memory) -> Claim:
    """Return a claim on trade without a time of its own with the period of the figures that the text speaks of.

    What customs book is of that period wherever it stands; sales and shipments are in the paragraph that names it alone.
    """
    if claim.time is not None or not claim.event.startswith(_TRADE) or claim.modality != "asserted":
        return claim
    paragraph = scene.text.rfind("\n", 0, scene.start)
    dated = memory.dated if memory.dated is not None and memory.dated.paragraph == paragraph else None
    period = memory.period
    if period is not None and claim.event != "customs.declare":
        period = period if memory.customs is not None and (period.start or 0) > paragraph else None
    if period is None and dated is not None and claim.event == "customs.declare":
        period = dated.when
    if period is None:
        return claim
    time = msgspec.structs.replace(period, outside_quote=True)
    return msgspec.structs.replace(claim, time=time, doubts=(*claim.doubts, DOUBT))


_TRADE = ("customs.declare", "transfer.commodity", "transfer.finance")
