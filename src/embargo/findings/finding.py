"""One finding: lines, bounds, stances, status, confidence and headline of one occasion, each with its reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii

from embargo.findings.bounds import Reckoning, reckon
from embargo.findings.confidence import confidence_of, status_of
from embargo.findings.facets import Facet, Key, id_word, is_vessel
from embargo.findings.headlines import headline
from embargo.findings.intervals import spell_range
from embargo.findings.lines import support
from embargo.findings.occasions import Occasion
from embargo.findings.periods import calendar_years, inside, span, told
from embargo.findings.sametext import Roots, Texts
from embargo.findings.stances import acknowledgements
from embargo.findings.stems import path_of, shared_class
from embargo.vocabulary import (
    Bounds,
    Confidence,
    Finding,
    Lines,
    Mention,
    Near,
    Period,
    Range,
    Stance,
    state_of,
)
from embargo.vocabulary.words import Stage


@dataclass(frozen=True, slots=True)
class Draft:
    """An occasion with the facets that support it, the denials that contest it, and (facet, retraction) pairs."""

    occasion: Occasion
    facets: list[Facet]
    denials: tuple[Facet, ...]
    withdrawals: tuple[tuple[Facet, Facet], ...]

    @property
    def any(self) -> list[Facet]:
        """The facets that say what the occasion is: the supporting ones, else the withdrawn, else the denials."""
        return self.facets or [facet for facet, _ in self.withdrawals] or list(self.denials)

    @property
    def first(self) -> str:
        """The first claim, which orders drafts that have all else in common."""
        return min(facet.claim.id for facet in self.any)

    @property
    def base(self) -> str:
        """The id in words: stage where the thing is not done, kind, from whom, to whom, what."""
        key = self.occasion.key
        lead = "denied" if self.occasion.role == "denied only" else "" if key.stage == "done" else key.stage
        thing = key.thing.replace("vessel:", "") if is_vessel(key.thing) else key.thing
        words = [lead, id_word(key.kind), *_slugs(key.source), *_slugs(key.target), _slug(thing)]
        return "-".join(word for word in words if word)


def _slugs(parties: Sequence[str]) -> list[str]:
    slugs = [_slug(state_of(one) or one.split(":", 1)[-1]) for one in parties]
    return slugs if len(slugs) <= 3 else [*slugs[:3], f"and-{len(slugs) - 3}-more"]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).casefold()).strip("-")


def build(
    one: str,
    draft: Draft,
    texts: Texts,
    near: tuple[Near, ...],
    denials: tuple[Stance, ...],
    further: Sequence[Draft],
) -> Finding:
    """Return the finding with the given id. `further` are the occasions that add to it, for the sum shown in its reasons."""
    key, facets = draft.occasion.key, draft.facets
    denied_only = draft.occasion.role == "denied only"
    backed = support(facets, texts)
    names = {origin.id: origin.name for origin in backed.lines.origins}
    reckoned = reckon(facets, backed.origin_of, names)
    lead = reckoned.bounds[0] if reckoned.bounds else None
    stage: Stage = "alleged" if not facets or all(f.stage == "alleged" for f in facets) else key.stage
    if key.stage != "done":
        stage = key.stage
    item = _item(key, draft.any)
    event = _event(draft.any)
    supplied = _supplied(event, draft.any)
    period = _period(facets, lead, reckoned)
    status, rule = status_of(backed.lines, stage)
    stances = (
        *denials,
        *acknowledgements(facets, denials),
        *(_taken_back(by) for _, by in draft.withdrawals),
    )
    confidence = _confidence(backed.lines, reckoned, lead)
    claims = tuple(dict.fromkeys(facet.claim.id for facet in facets))
    return Finding(
        id=one,
        event=event,
        stage=stage,
        headline=headline(key, stage, draft.any, lead, item, period, denied_only),
        item=item,
        giver=key.source if supplied else (),
        taker=key.target,
        actor=() if supplied else key.source,
        period=period,
        places=_mentions([m for facet in draft.any for m in facet.claim.places]),
        means=tuple(sorted({m.canonical for facet in draft.any for m in facet.claim.means})),
        vessels=tuple(sorted({m.canonical for facet in draft.any for m in facet.claim.vessels})),
        claims=claims,
        against=tuple(dict.fromkeys(facet.claim.id for facet in draft.denials)),
        lines=backed.lines,
        bounds=reckoned.bounds,
        stances=tuple(dict.fromkeys(stances)),
        contradictions=reckoned.contradictions,
        near=near,
        status=status,
        confidence=confidence,
        why=(*_together(draft), *draft.occasion.why, *_sums(lead, further, texts), rule),
    )


def _event(facets: Sequence[Facet]) -> str:
    """The event word most claims use; of equal ones the more telling."""
    counts: dict[str, int] = {}
    for facet in {facet.claim.id: facet for facet in facets}.values():
        counts[facet.claim.event] = counts.get(facet.claim.event, 0) + 1
    own = [
        event for event in counts if event == facets[0].key.kind or event.startswith(facets[0].key.kind + ".")
    ]
    return min(own or counts, key=lambda event: (-counts[event], event))


def _item(key: Key, facets: Sequence[Facet]) -> str:
    if key.kind.startswith("vessel"):
        return ""
    paths = {path_of(facet.item.cls) for facet in facets if facet.item}
    inner = {path for path in paths if path == key.thing or path.startswith(key.thing + ".")}
    return shared_class(inner) or key.thing


def _supplied(event: str, facets: Sequence[Facet]) -> bool:
    """Whether the source is a giver: the claims that use the finding's own event word name a supplier."""
    return any(facet.claim.supplier for facet in facets if facet.claim.event == event)


def _mentions(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    seen: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        plain = Mention(None, None, None, mention.canonical, mention.role)
        seen.setdefault((mention.canonical, mention.role or ""), plain)
    return tuple(seen[mark] for mark in sorted(seen))


def _period(facets: Sequence[Facet], lead: Bounds | None, reckoned: Reckoning) -> Period:
    """The period of the claims that carry the leading number (of all, without one): loose datings give way to exact ones."""
    chosen = [facet for facet in facets if lead is not None and facet.claim.id in set(lead.claims)] or list(
        facets
    )
    clash = [
        one
        for one in reckoned.contradictions
        if one.kind == "period" and lead and set(one.claims) & set(lead.claims)
    ]
    own = [
        facet
        for facet in chosen
        if facet.voice.own and not facet.voice.unsourced and facet.period is not None
    ]
    if clash and own:
        chosen, clash = own, []
    periods = sorted(
        {facet.period for facet in chosen if facet.period is not None},
        key=lambda p: (str(p.first), str(p.last)),
    )
    if not periods:
        periods = sorted(
            {f.period for f in facets if f.period is not None}, key=lambda p: (str(p.first), str(p.last))
        )
    if not periods:
        return Period()
    if clash:
        whole = span(periods)
        words = " or ".join(dict.fromkeys(period.words or told(period).words for period in periods))
        return Period(whole.first, whole.last, f"{words} (the relays differ)")
    loose = [
        p
        for p in periods
        if (calendar_years(p) or p.first is None) and any(q != p and inside(q, p) for q in periods)
    ]
    exact = [period for period in periods if period not in loose] or periods
    whole = span(exact)
    since = next((p.words for p in exact if p.words and p.first == whole.first and p.last == whole.last), "")
    return Period(whole.first, whole.last, since or whole.words)


def _confidence(lines: Lines, reckoned: Reckoning, lead: Bounds | None) -> Confidence:
    if lead is None:
        return confidence_of(lines, reckoned.contradictions, None, 0, False)
    stating = {origin.id for origin in lines.origins if set(origin.claims) & set(lead.claims)}
    roots = Roots()
    for tie in lines.ties:
        if tie.left in stating and tie.right in stating:
            roots.join(tie.left, tie.right)
    independent = len({roots.find(origin) for origin in stating})
    rests = [origin for origin in lines.origins if origin.id in stating]
    return confidence_of(lines, reckoned.contradictions, rests, independent, 0 in reckoned.disputed)


def _taken_back(by: Facet) -> Stance:
    return Stance(
        "retraction", by.voice.name, by.claim.id, "facts", f"{by.voice.name} withdraws what it had said"
    )


def _together(draft: Draft) -> list[str]:
    """Why these claims are on one occasion, in words."""
    if draft.occasion.role == "denied only":
        return ["denied only: no claim here says that it happened"]
    count = len({facet.claim.id for facet in draft.facets})
    key = draft.occasion.key
    shared = ["the kind of event"]
    shared += ["who acted"] if key.source else []
    shared += ["towards whom"] if key.target else []
    shared += ["the kind of thing"] if key.thing else []
    said = f"{count} {'claim' if count == 1 else 'claims'}"
    if count < 2:
        return [f"{said}: nothing else here tells of it"]
    return [f"{said} share {', '.join(shared)}, and their times can meet"]


def _sums(lead: Bounds | None, further: Sequence[Draft], texts: Texts) -> list[str]:
    words = []
    for draft in further:
        backed = support(draft.facets, texts)
        more = reckon(
            draft.facets, backed.origin_of, {origin.id: origin.name for origin in backed.lines.origins}
        )
        for bound in more.bounds:
            if lead is None or bound.unit != lead.unit:
                continue
            total = _add(lead.range, bound.range)
            words.append(
                f"with the further {bound.words}: {lead.words} + {bound.words} = {spell_range(total)}; a sum, no line of its own"
            )
    return words


def _add(one: Range, two: Range) -> Range:
    low = one.low + two.low if one.low is not None and two.low is not None else None
    high = one.high + two.high if one.high is not None and two.high is not None else None
    return Range(low, high, one.low_open or two.low_open, one.high_open or two.high_open)
