"""On whose word a claim finally rests: the innermost speaker who is no publisher, else the publisher."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from embargo.findings.tables import state_name, table
from embargo.geography import called, states
from embargo.vocabulary import Claim, Document, Speaker, state_of
from embargo.vocabulary.words import Access

# From nearest to the matter to farthest; the same order grades an origin by its best claim.
ACCESS_ORDER: tuple[Access, ...] = (
    "physical evidence",
    "own instrument",
    "participant",
    "judgement of a service",
    "relaying",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class Voice:
    """The word a claim rests on. `unsourced`: the publisher's own voice, which does not say how it knows.

    `own`: the document is the origin's own publication; `verbatim`: the relay quotes the origin directly.
    """

    id: str
    name: str
    states: tuple[str, ...]
    access: Access
    unsourced: bool
    own: bool
    verbatim: bool


@lru_cache(maxsize=65536)
def publisher_party(publisher: str) -> str | None:
    """Return the canonical id of the body for which a publisher speaks, or None for a publisher that is just that."""
    written = publisher.strip()
    if state_of(written) in states():
        # A sheet may name the publisher by its canonical id: "JP", "KR:Ministry of Defence".
        return canonical_body(written)
    name = " ".join(publisher.casefold().split())
    data = table("voices")
    if name in data["publishers"]:
        return str(data["publishers"][name])
    words: list[str] = data["state_words"]["words"]
    media: list[str] = data["state_words"]["media"]
    said_words = set(re.findall(r"\w+", name))
    if said_words & set(media) or not said_words & {form for word in words for form in (word, word + "s")}:
        return None
    best: tuple[int, str, str] | None = None
    for said, code in _state_words():
        found = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", name)
        if found and (best is None or len(said) > best[0]):
            best = (len(said), code, said)
    if best is None:
        return None
    _, code, said = best
    body = re.sub(rf"(?<!\w)(?:of |of the |the )*{re.escape(said)}(?:'s)?(?!\w)", " ", name)
    body = " ".join(re.sub(r"[(),]", " ", body).split()).removeprefix("the ").strip()
    return canonical_body(
        f"{code}:{body.title().replace(' Of ', ' of ').replace(' And ', ' and ')}" if body else code
    )


@cache
def _state_words() -> tuple[tuple[str, str], ...]:
    """Every way a publisher's name may say its State, in lower case, with the State."""
    found = set()
    for code, state in states().items():
        for word in (state.name, *state.names, *state.adjectives):
            found.add((word.casefold().removeprefix("the ").removesuffix("'s"), code))
    # "The North" or "NK" in a publisher's name is no State.
    return tuple(
        sorted((word, code) for word, code in found if len(word) > 3 or word in ("us", "uk", "rok", "u.s."))
    )


def canonical_body(canonical: str) -> str:
    """Return the one id of a body that goes by several; unnamed officials are one origin per State."""
    data = table("voices")
    aliases: dict[str, str] = data["bodies"]
    if canonical in aliases:
        return aliases[canonical]
    if canonical == "MSMT" or canonical.startswith(("MSMT:", "UN:MSMT", "UN:Multilateral Sanctions")):
        return "MSMT"
    head, _, tail = canonical.partition(":")
    if tail and head not in ("publisher", "byline", "entity", "vessel", "group"):
        words = re.findall(r"[a-z]+", tail.casefold())
        if any(word in data["unnamed"] for word in words):
            return f"{head}:officials"
    return canonical


def _names_officials(canonical: str) -> bool:
    return canonical.endswith(":officials")


def voice_of(claim: Claim, document: Document) -> Voice:
    """Return the voice on which the claim rests, as its attribution and its document's publisher say."""
    publisher = document.publisher.value
    body = publisher_party(publisher) if publisher else None
    spoken = [speaker for speaker in claim.attribution if _speaks(speaker)]
    if not spoken:
        return _publishers_voice(claim, document, body)
    first = canonical_body(spoken[0].canonical)
    joint = [first]
    if _names_officials(first):
        for speaker in spoken[1:]:
            other = canonical_body(speaker.canonical)
            if not _names_officials(other):
                break
            joint.append(other)
    ids = sorted(set(joint))
    own = body is not None and _same_body(body, ids[0]) and len(ids) == 1
    verbatim = spoken[0].mode == "direct_quote"
    return _known_voice(
        claim, document, ids, own=own, verbatim=verbatim, observed=spoken[0].mode == "observation"
    )


def _speaks(speaker: Speaker) -> bool:
    """A link that names a speaker: neither the publisher's own slot nor an unnamed "it is said"."""
    if speaker.mode == "publisher" or not speaker.canonical:
        return False
    return not speaker.canonical.startswith("byline:") and speaker.canonical not in ("unknown", "unnamed")


def _same_body(one: str, two: str) -> bool:
    """Whether a publisher's body and a speaker are one: the same id, or the State itself and one of its bodies."""
    if one.casefold() == two.casefold():
        return True
    return state_of(one) is not None and state_of(one) == state_of(two) and ":" not in two


def _publishers_voice(claim: Claim, document: Document, body: str | None) -> Voice:
    said = next((s.canonical for s in claim.attribution if s.mode == "publisher" and s.canonical), None)
    if body is None and said is not None:
        known = canonical_body(said)
        if known == "MSMT" or (state_of(known) is not None and ":" in known):
            body = known
    if body is not None:
        observed = any(speaker.mode == "observation" for speaker in claim.attribution)
        return _known_voice(claim, document, [body], own=True, verbatim=True, observed=observed)
    name = (
        document.publisher.value
        or (said.split(":", 1)[-1] if said else None)
        or f"publisher of {document.id}"
    )
    name = re.sub(r"^(?:byline|publisher):", "", name)
    organisation = _organisation(name)
    passive = any(speaker.mode in ("impersonal passive", "guess") for speaker in claim.attribution)
    if organisation is not None and not passive:
        return Voice(_publisher_id(name), name, (), organisation, False, True, True)
    return Voice(_publisher_id(name), name, (), "relaying" if passive else "unknown", True, True, True)


def _publisher_id(name: str) -> str:
    return f"publisher:{name}"


def _organisation(name: str) -> Access | None:
    known: dict[str, Access] = table("voices")["organisations"]
    key = " ".join(name.casefold().split()).removeprefix("the ")
    return known.get(key)


def _known_voice(
    claim: Claim, document: Document, ids: list[str], *, own: bool, verbatim: bool, observed: bool
) -> Voice:
    states = tuple(sorted({state for one in ids if (state := state_of(one)) is not None and state != "UN"}))
    name = " and ".join(display(one) for one in ids)
    access: Access
    unsourced = False
    organisation = _organisation(ids[0].split(":", 1)[-1])
    if ids == ["MSMT"]:
        access = "judgement of a service"
    elif organisation is not None:
        access = organisation
    elif ids[0].startswith("publisher:"):
        access, unsourced = "relaying", True
    elif not states:
        access = "relaying" if ids[0].startswith("group:") else "judgement of a service"
        unsourced = ids[0].startswith("group:")
    elif document.contributor.value or set(states) & _party_states(claim):
        access = "participant"
    else:
        access = "judgement of a service"
    if observed and access == "judgement of a service" and ids != ["MSMT"]:
        access = "own instrument"
    return Voice("+".join(ids), name, states, access, unsourced, own, verbatim)


def _party_states(claim: Claim) -> set[str]:
    mentions = claim.supplier + claim.recipient + claim.actor
    return {state for mention in mentions if (state := state_of(mention.canonical)) is not None}


def display(canonical: str) -> str:
    """Return a party's name for a sentence: "the MSMT", "unnamed officials of South Korea", "Ministry X (Russia)"."""
    if canonical == "MSMT":
        return str(table("voices")["msmt"]["title"])
    head, _, tail = canonical.partition(":")
    if head in ("publisher", "byline", "entity", "group", "state"):
        return state_name(tail) if head == "state" else tail
    if head == "vessel":
        name = re.sub(r"\s+IMO\s+\d+$", "", tail)
        return name.title() if name.isupper() else name
    if (known := called(canonical)) is not None:
        return known
    if tail == "officials":
        return f"unnamed officials of {state_name(head)}"
    if not tail:
        return state_name(head)
    return f"{tail} ({state_name(head)})"
