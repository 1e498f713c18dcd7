"""Headlines: one generated sentence for a finding, in the field's language, with the bound as worded."""

from collections.abc import Sequence
from dataclasses import replace

from embargo.findings.facets import JOINT, Facet, Key, is_vessel
from embargo.findings.intervals import as_worded
from embargo.findings.periods import words as period_words
from embargo.findings.tables import state_name, table
from embargo.findings.voices import display
from embargo.vocabulary import Bounds, Period, item_words, state_of
from embargo.vocabulary.words import Stage

# "over 11,000 soldiers", not "over 11,000 count of soldiers": units that the thing itself stands for.
_BARE = ("", "count")
_UNITS = {
    "container": "containers of",
    "round": "rounds of",
    "tonne": "tonnes of",
    "kg": "kg of",
    "barrel": "barrels of",
    "voyage": "voyages with",
    "visit": "visits with",
    "wagon": "wagons of",
    "percent": "percent of",
}


def headline(
    key: Key,
    stage: Stage,
    facets: Sequence[Facet],
    bound: Bounds | None,
    item: str,
    period: Period,
    denied_only: bool,
) -> str:
    """Return the finding in one sentence: "North Korea transferred at least 100 ballistic missiles to Russia in 2024"."""
    deed = _deed(key)
    agent = _agent(key)
    thing = amount(key, bound, item, facets)
    rest = _rest(deed, key, thing, facets)
    when = period.words or period_words(period)
    tail = f"{rest}{' ' + when if when and not denied_only else ''}"
    many = len(key.source) > 1
    if denied_only:
        deniers = _join(sorted({facet.voice.name for facet in facets}))
        return _sentence(f"{deniers} denied that {agent or 'anyone'} {deed['past']}{tail}")
    if stage == "requested":
        return _sentence(_request(deed, key, facets, thing, agent, when))
    turns_passive = bool(thing) or "object" in deed or "passive" in deed
    if not agent and turns_passive and stage in ("done", "alleged"):
        return _sentence(_agentless(deed, key, facets, thing, when, said=stage == "alleged"))
    if not agent:
        agent = "a party not named"
    verb = {
        "done": str(deed["past"]),
        "alleged": f"{'are' if many else 'is'} said to have {deed['part']}",
        "planned": f"{'plan' if many else 'plans'} to {deed['inf']}",
        "pledged": f"pledged to {deed['inf']}",
        "considered": f"{'are' if many else 'is'} considering {deed['ger']}",
        "conditional": f"would {deed['inf']}, on a condition,",
        "question": f"{'are' if many else 'is'} asked about: {deed['ger']}",
    }[stage]
    return _sentence(f"{agent} {verb}{tail}")


def _agent(key: Key) -> str:
    """Who did it: the States or parties; of ships the ships, with whose they are where that is said."""
    owners = _parties(key.source)
    if not is_vessel(key.thing):
        return owners
    ships = _join([display(one) for one in key.thing.split(JOINT)])
    return f"{ships} ({owners})" if owners else ships


def _deed(key: Key) -> dict[str, str]:
    """How the occasion is told: by kind and thing, else by kind, else by family, else in plain words."""
    deeds = table("deeds")
    for name in (f"{key.kind}:{key.thing}", key.kind, key.kind.split(".", 1)[0]):
        if name in deeds:
            return dict(deeds[name])
    return dict(_plain(key.kind))


def _agentless(
    deed: dict[str, str], key: Key, facets: Sequence[Facet], thing: str, when: str, *, said: bool
) -> str:
    """Return the deed in the passive where no source says who did it: it stays open, and is said to."""
    what = thing or str(deed.get("object", "something"))
    verb = f"are said to have been {deed['part']}" if said else f"were {deed['part']}"
    if "passive" in deed:
        passive = str(deed["passive"])
        verb = f"are said to have {passive.replace('were ', 'been ', 1)}" if said else passive
    if deed["link"] == "of" and key.target:
        what = f"{what} of {_parties(key.target)}"
        key = replace(key, target=())
    tail = _rest({**deed, "object": "", "with": "with"}, key, "", facets)
    open_end = "" if "passive" in deed else "; by whom is not said"
    return f"{what} {verb}{tail}{' ' + when if when else ''}{open_end}"


def amount(key: Key, bound: Bounds | None, item: str, facets: Sequence[Facet]) -> str:
    """Return the thing with its amount: "over 11,000 soldiers", "about 30 billion USD", "jamming equipment"."""
    more = "a further " if facets and all(facet.claim.additional for facet in facets) else ""
    if bound is None:
        vague = next(
            (
                f.item.quantity
                for f in facets
                if f.item and f.item.quantity and f.item.quantity.bound == "vague"
            ),
            None,
        )
        name = _thing(key, item, facets)
        return f"{as_worded(vague)} {name}" if vague and vague.text and name else name
    said = _released(bound, facets)
    if bound.unit in _BARE:
        name = _thing(key, item, facets)
        if said.split()[-1:] == ["1"] and name.endswith("s") and "," not in name:
            name = name.removesuffix("s")
        return f"{more}{said} {table('things').get('pieces', {}).get(item, '')}{name}".strip()
    if bound.unit in _UNITS:
        name = _thing(key, item, facets)
        unit = _UNITS[bound.unit]
        if not name:
            return f"{more}{said} {unit.split(' ')[0]}"
        counts_itself = bound.unit == key.thing or name.startswith(unit.split(" ")[0])
        if (bound.unit == "container" and name == "containers") or counts_itself:
            return f"{more}{said} {name}"
        return f"{more}{said} {unit} {name}"
    name = "" if key.thing == "money" else f" in {_thing(key, item, facets)}"
    return f"{more}{said} {bound.unit}{name}"


def _released(bound: Bounds, facets: Sequence[Facet]) -> str:
    """The number that may stand in a headline: the lowest floor where a source words one, since each live reading bears it."""
    worded = {
        as_worded(f.item.quantity) for f in facets if f.item is not None and f.item.quantity is not None
    }
    return bound.floor if bound.floor in worded and not bound.differ else bound.words


def _thing(key: Key, item: str, facets: Sequence[Facet]) -> str:
    if is_vessel(key.thing):
        return ""
    if "thing" in (deed := _deed(key)):
        return deed["thing"]
    name = item_words(item) if item else ""
    narrower = sorted(
        {item_words(f.item.cls) for f in facets if f.item and f.item.cls.startswith(item + ".")} - {name}
    )
    if name and narrower and len(narrower) <= 2 and "." not in item:
        return f"{name}, among them {_join(narrower)},"
    return name


def _rest(deed: dict[str, str], key: Key, thing: str, facets: Sequence[Facet]) -> str:
    words = ""
    if is_vessel(key.thing):
        pass  # the ship is the one who does it
    elif "with" in deed:
        words += f" {deed['with']} {thing}" if thing else ""
    else:
        words += f" {thing or deed.get('object', '')}".rstrip()
    if key.target:
        words += f" {deed['link']} {_spot(key, facets) or _parties(key.target)}"
    else:
        places = sorted(
            {
                display(place.canonical)
                for facet in facets
                for place in facet.claim.places
                if place.role == "location"
            }
        )
        words += f" in {_join(places)}" if places else ""
    return words.replace(",  ", ", ")


def _spot(key: Key, facets: Sequence[Facet]) -> str:
    """The one place within the one State it went to, where all claims that give its number agree on it: "Kursk (Russia)"."""
    counted = [f for f in facets if f.item is not None and f.item.quantity is not None]
    facets = counted or facets
    places = {p.canonical for f in facets for p in f.claim.places if p.role in ("destination", "target")}
    exact = sorted(place for place in places if ":" in place)
    if len(exact) != 1 or len(key.target) != 1 or state_of(exact[0]) != key.target[0]:
        return ""
    return display(exact[0])


def _request(
    deed: dict[str, str], key: Key, facets: Sequence[Facet], thing: str, agent: str, when: str
) -> str:
    if "sought" in deed and agent:
        # Visas are sought by deed: who sends the people asks, whoever reports it.
        where = f" in {_parties(key.target)}" if key.target else ""
        return (
            f"{agent} {deed['sought']} {thing or deed.get('object', 'it')}{where}{' ' + when if when else ''}"
        )
    askers = sorted({state_name(state) for facet in facets for state in facet.voice.states})
    asker = _join(askers) or _parties(key.target) or "somebody not named"
    late = f" {when}" if when else ""
    if agent in (asker, ""):
        return f"{asker} asked for {thing or deed.get('object', 'it')}{late}"
    target = (
        "" if not key.target or _parties(key.target) == asker else f" {deed['link']} {_parties(key.target)}"
    )
    if key.target and _parties(key.target) == asker:
        return f"{asker} asked {agent} for {thing or deed.get('object', 'it')}{late}"
    return f"{asker} asked {agent} to {deed['inf']} {thing or deed.get('object', '')}{target}{late}"


def _parties(parties: Sequence[str]) -> str:
    return _join([state_name(one) if state_of(one) == one else display(one) for one in parties])


def _join(names: Sequence[str]) -> str:
    if len(names) > 6:
        names = [*names[:5], f"{len(names) - 5} others"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _plain(kind: str) -> dict[str, str]:
    word = kind.replace(".", " ").replace("_", " ")
    return {"past": f"({word})", "part": f"({word})", "inf": f"({word})", "ger": f"({word})", "link": "and"}


def _sentence(text: str) -> str:
    text = " ".join(text.split()).replace(" ,", ",").rstrip(", ")
    return text[:1].upper() + text[1:]
