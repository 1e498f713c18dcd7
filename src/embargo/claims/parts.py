"""Parts: what is made for an arm is of its class: "seekers for anti-ship missiles", "casings for ballistic missiles"."""

import msgspec

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene

_PARTS = words("part_nouns")
_ARMS = ("missile", "uav", "air_defence", "ew_system", "artillery")
# So many words lie at most between a part and what it is for: "for the new medium-range ballistic missile".
_NEAR = 4


def of_wholes(scene: Scene, items: list[Mark]) -> list[Mark]:
    """Return the things, each part with the class of the arm that it is said to be for; that arm is no thing of its own."""
    wholes = [(part, whole) for part in items if (whole := _whole(scene, part)) is not None]
    if not wholes:
        return items
    classes = {part.start: whole.value for part, whole in wholes}
    dropped = {whole.start for _, whole in wholes}
    return [
        msgspec.structs.replace(m, value=classes[m.start]) if m.start in classes else m
        for m in items
        if m.start not in dropped
    ]


def _whole(scene: Scene, part: Mark) -> Mark | None:
    if scene.lows[part.j - 1] not in _PARTS or scene.lows[part.j : part.j + 1] not in (["for"], ["of"]):
        return None
    near = [m for m in scene.of("item") if part.j < m.i <= part.j + _NEAR]
    return next((m for m in near[:1] if m.value.startswith(_ARMS)), None)
