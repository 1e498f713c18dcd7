"""Services: men and craft in a State's service, told by whose they are: "scouts of our brigade", "the enemy", "Japanese patrol boats"."""

from embargo.claims.grammar import PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.vocabulary import state_of

# Classes of people, as in `compose`.
_PEOPLE = ("personnel.military", "labour.worker")
_FOES = words("foes")
_CRAFT = words("service_craft")
_BE = words("forms_of_be")
# Who the enemy is, in what either side publishes on its own war.
_AT_WAR = {"UA": "RU", "RU": "UA"}


def foes(scene: Scene, memory: Memory) -> None:
    """Mark "the enemy" as the other side's forces and "enemy guns" as its guns, in the texts of a State at war."""
    other = _AT_WAR.get(state_of(memory.publisher) or "")
    if other is None or _FOES.isdisjoint(scene.lows):
        return
    for k, word in enumerate(scene.words):
        if word.low not in _FOES or scene.over(k):
            continue
        if k and scene.lows[k - 1] == "the" and not _qualifies(scene, k):
            value, i = f"{other}:forces", k - 1
            scene.marks.append(Mark("party", scene.words[i].start, word.end, i, k + 1, value, "group"))
        elif _qualifies(scene, k):
            scene.marks.append(Mark("adjective", word.start, word.end, k, k + 1, other, "adjective"))


def _qualifies(scene: Scene, k: int) -> bool:
    """Return whether a noun stands right behind token k: "enemy guns"; not "the enemy struck"."""
    following = scene.words[k + 1] if k + 1 < len(scene.words) else None
    if following is None or not following.text.isalpha():
        return False
    known = any(m.kind in ("item", "office", "mean") for m in scene.over(k + 1))
    return known or following.low.endswith(("guns", "ers", "men"))


def in_service(scene: Scene, memory: Memory) -> None:
    """Give "scouts of our brigade" the State that speaks, and read "Japanese patrol boats" that do something as a party of Japan."""
    own = state_of(memory.publisher)
    for mark in scene.of("item"):
        if any(m.j == mark.i for m in scene.of("amount")):
            continue
        ours = scene.lows[mark.j : mark.j + 2] == ["of", "our"] and mark.value.startswith(_PEOPLE)
        led = mark.i > 0 and scene.lows[mark.i - 1] in PREPOSITIONS
        if own and ours and not led and not mark.nation:
            mark.kind, mark.form, mark.value = "party", "group", f"{own}:forces"
        elif mark.nation and scene.lows[mark.j - 1] in _CRAFT and _does(scene, mark):
            first = next(k for k in range(mark.i, mark.j) if scene.words[k].text.islower() or k == mark.j - 1)
            name = " ".join(scene.lows[first : mark.j])
            mark.kind, mark.form, mark.value = "party", "group", f"{mark.nation}:{name}"


def _does(scene: Scene, mark: Mark) -> bool:
    """Return whether the craft does something that is told right behind it: no "was", and no participle that hangs on it."""
    verb = next((m for m in scene.of("verb", "speech") if mark.j <= m.i <= mark.j + 1), None)
    return verb is not None and verb.form == "past" and scene.lows[mark.j] not in _BE and mark.i <= 1
