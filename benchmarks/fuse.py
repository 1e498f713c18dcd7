"""How long fusing takes and how it grows: generated claims of many publishers on many flows.

Run with `python benchmarks/fuse.py`. Prints seconds, claims a second, peak memory and the growth exponent between
sizes (1 is linear, 2 is every claim against every other).
"""

import datetime as dt
import hashlib
import math
import random
import sys
import time
import tracemalloc
from decimal import Decimal

from embargo.findings import fuse
from embargo.vocabulary import Claim, Detail, Document, Item, Mention, Quantity, Quote, Reading, Speaker, When

SIZES = (1_000, 5_000, 20_000)
CLASSES = (
    "missile.ballistic",
    "missile",
    "munition.shell",
    "munition",
    "artillery.spg",
    "uav",
    "petroleum.refined",
)
STATES = ("KP", "RU", "CN", "IR", "SY", "MM", "UA", "BY")
SPEAKERS = (
    "",
    "MSMT",
    "KR:National Intelligence Service",
    "US:officials",
    "UA:GUR",
    "JP:Ministry of Defense",
)
EVENTS = ("transfer.materiel", "ship.cargo", "use.weapon", "deploy.personnel")
MODALITIES = ("asserted",) * 7 + ("alleged", "denied", "pledged", "considered")


def generate(count: int, seed: int = 7) -> tuple[list[Document], list[Reading]]:
    """Documents of five claims each; a third of them copy an earlier document's words."""
    chance = random.Random(seed)
    documents: list[Document] = []
    readings: list[Reading] = []
    rows: list[list[tuple[object, ...]]] = []
    for number in range(count // 5):
        sha = hashlib.sha256(str(number).encode()).hexdigest()
        day = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(600))
        name = f"Paper {number % max(20, count // 40)}"
        publisher, published = (
            Detail(name, "stated", "generated"),
            Detail(day.isoformat(), "stated", "generated"),
        )
        document = Document(
            f"D-{sha[:12]}",
            sha,
            f"{number}.txt",
            "text/plain",
            1,
            sha,
            1,
            0,
            publisher=publisher,
            published=published,
        )
        row = (
            rows[chance.randrange(len(rows))]
            if rows and chance.random() < 1 / 3
            else [_row(chance) for _ in range(5)]
        )
        rows.append(row)
        documents.append(document)
        readings.append(
            Reading(document.id, tuple(_claim(document, place, one) for place, one in enumerate(row)), ())
        )
    return documents, readings


def _row(chance: random.Random) -> tuple[object, ...]:
    giver, taker = chance.sample(STATES, 2)
    start = dt.date(2023, 1, 1) + dt.timedelta(days=chance.randrange(700))
    stop = start + dt.timedelta(days=chance.choice((20, 90, 365)))
    when = chance.choice((None, (start, stop), (start, None)))
    figure = Decimal(chance.choice((50, 100, 148, 1000, 11000)) * chance.randrange(1, 40))
    bound = chance.choice(("at_least", "more_than", "about", "exact"))
    return (
        chance.choice(EVENTS),
        giver,
        taker,
        chance.choice(CLASSES),
        figure,
        bound,
        when,
        chance.choice(SPEAKERS),
        chance.choice(MODALITIES),
        chance.random() < 0.05,
        chance.getrandbits(40),
    )


def _claim(document: Document, place: int, row: tuple[object, ...]) -> Claim:
    event, giver, taker, cls, figure, bound, when, speaker, modality, additional, salt = row
    assert isinstance(figure, Decimal)
    high = None if bound in ("at_least", "more_than") else figure
    unit = "tonne" if str(cls).startswith("petroleum") else "count"
    quantity = Quantity(str(figure), 0, 1, figure, high, bound, unit)  # type: ignore[arg-type]
    text = f"according to what was seen that day {giver} sent {bound} {figure} of {cls} to {taker} as entry {salt} says"
    chain = (Speaker(None, None, None, str(speaker), "indirect"),) if speaker else ()
    first, last = when if isinstance(when, tuple) else (None, None)
    return Claim(
        id=f"C-{document.sha256[:10]}-{place}",
        document=document.id,
        event=str(event),
        evidence=Quote(document.id, place * 200, place * 200 + len(text), text),
        modality=modality,  # type: ignore[arg-type]
        supplier=(Mention(None, None, None, str(giver)),),
        recipient=(Mention(None, None, None, str(taker)),),
        items=(Item(None, None, None, str(cls), None if modality == "denied" else quantity),),
        time=When(None, None, None, first, last, "during" if last else "since") if when else None,
        attribution=(*chain, Speaker(None, None, None, f"publisher:{document.publisher_name}", "publisher")),
        additional=bool(additional),
    )


def main() -> int:
    before: tuple[int, float] | None = None
    print(
        f"{'claims':>8} {'documents':>10} {'findings':>9} {'seconds':>8} {'claims/s':>9} {'peak MB':>8} {'growth':>7}"
    )
    for size in SIZES:
        documents, readings = generate(size)
        start = time.perf_counter()
        fusion = fuse(documents, readings)
        seconds = time.perf_counter() - start
        tracemalloc.start()
        fuse(documents, readings)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        growth = "" if before is None else f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
        print(
            f"{size:>8} {len(documents):>10} {len(fusion.findings):>9} {seconds:>8.2f} {size / seconds:>9.0f} "
            f"{peak:>8.0f} {growth:>7}"
        )
        before = (size, seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
