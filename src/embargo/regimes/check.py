"""What must hold inside a pack beyond its form: names that exist, numbers in order, power that fits the force."""

from collections.abc import Iterator, Mapping

from embargo.errors import BadPack
from embargo.vocabulary.pack import CONDUCTS, EXEMPTION_KINDS, Pack, Provision

_FORCES = ("decides", "demands")


def check(pack: Pack, places: Mapping[str, str]) -> None:
    """Raise BadPack with the file and line of the first provision that does not hold together."""
    for provision in pack.provisions:
        for fault in faults_of(provision, pack):
            raise BadPack(f"{places.get(provision.path, pack.name)}: {provision.path}: {fault}")
    paths = [provision.path for provision in pack.provisions]
    for path in paths:
        if paths.count(path) > 1:
            raise BadPack(
                f"{places.get(path, pack.name)}: {path} stands twice", "one entry for each paragraph"
            )


def faults_of(provision: Provision, pack: Pack) -> Iterator[str]:
    """Yield what is wrong with one provision, in words."""
    if provision.instrument not in {one.symbol for one in pack.instruments}:
        yield f"unknown instrument {provision.instrument!r}"
    if provision.power == "binds" and not provision.force.startswith(_FORCES):
        yield f'power "binds" with the force {provision.force!r}: only what is decided or demanded binds'
    if provision.since and provision.last and provision.last < provision.since:
        yield f"last day {provision.last} before its first {provision.since}"
    if (provision.last is None) != (provision.until is None):
        yield f"last day in force {provision.last}, but the end recorded is {provision.until}"
    if provision.cap is not None and not provision.cap.windows:
        yield "a cap without a window"
    yield from _rules(provision, {thing.name for thing in pack.things})
    for exemption in provision.exemptions:
        if exemption.kind not in EXEMPTION_KINDS:
            yield f"unknown exemption {exemption.kind!r}"
    paths = {one.path for one in pack.provisions}
    for relation in provision.relations:
        if relation.to not in paths:
            yield f"relation to {relation.to!r}, which the pack does not hold"


def _rules(provision: Provision, things: set[str]) -> Iterator[str]:
    for limb in provision.limbs:
        for word in limb.conduct:
            if word not in CONDUCTS:
                yield f"unknown conduct {word!r}"
        if limb.thing and limb.thing not in things:
            yield f"unknown thing {limb.thing!r}"
        if not limb.binds:
            yield "a rule that binds nobody"
