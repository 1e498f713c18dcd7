"""How long reading takes and how it grows: generated reports of numbered paragraphs, lists and tables.

Run with `python benchmarks/claims.py`. Prints documents, sentences and claims, seconds, sentences a second, peak memory
and the growth exponent, once for one document that grows and once for more documents of one size (1 is linear).
"""

import math
import random
import sys
import time
import tracemalloc

from embargo.claims import extract, load_lexicon
from embargo.sources import capture
from embargo.vocabulary import Captured, Detail

LENGTHS = (100, 400, 1_600)
COUNTS = (10, 40, 160)
STATES = ("Russia", "North Korea", "Iran", "China", "Syria", "Myanmar")
THINGS = (
    "artillery shells",
    "ballistic missiles",
    "drones",
    "152mm rounds",
    "self-propelled guns",
    "refined petroleum",
)
BOUNDS = ("at least", "over", "about", "nearly", "as many as", "")
PORTS = ("Rajin", "Vostochny", "Nampo", "Dalian", "Bandar Abbas")
PATTERNS = (
    "In {year} {giver} delivered {bound} {figure} {thing} to {taker}, according to a study by the institute.",
    "{giver}'s foreign ministry denied that {taker} had received {thing} from it.",
    "The vessel Northern Gate {number} called at {port} on {day} May {year} and switched off its AIS.",
    "{taker} has asked {giver} to provide {bound} {figure} {thing} by the end of the year.",
    "The committee met twice and adopted its programme of work without a vote.",
    "Under resolution 2397 (2017) the supply of crude oil is capped at 4 million barrels a year.",
    "Officials said that {bound} {figure} {thing} were shipped from {port} by rail in early {year}.",
)  # fmt: skip


def report(sentences: int, seed: int) -> str:
    """Return a report of about so many sentences; every tenth line is a row of a table."""
    chance = random.Random(seed)
    lines: list[str] = []
    while len(lines) < sentences:
        if len(lines) % 40 == 20:
            lines += ["Deliveries of diesel from Vostochny to the DPRK, in tonnes", "Date | Port | Tonnes"]
            lines += [f"{day} May 2024 | Nampo | {chance.randrange(900, 4000)}" for day in range(1, 5)]
        giver, taker = chance.sample(STATES, 2)
        text = chance.choice(PATTERNS).format(
            giver=giver,
            taker=taker,
            thing=chance.choice(THINGS),
            bound=chance.choice(BOUNDS),
            port=chance.choice(PORTS),
            figure=f"{chance.randrange(2, 90) * 100:,}",
            year=chance.choice((2023, 2024)),
            day=chance.randrange(1, 29),
            number=chance.randrange(1, 9),
        )
        lines.append(f"{len(lines) + 1}. {text}")
    return "\n".join(lines)


def documents(count: int, sentences: int) -> list[Captured]:
    stated = {
        "published": Detail("2025-03-01", "stated", "generated"),
        "publisher": Detail("The Generator", "stated", "generated"),
    }
    return [capture(report(sentences, seed).encode(), f"{seed}.txt", stated) for seed in range(count)]


def measure(runs: list[list[Captured]]) -> None:
    lexicon = load_lexicon()
    before: tuple[int, float] | None = None
    print(
        f"{'documents':>9} {'sentences':>9} {'claims':>7} {'seconds':>8} {'documents/s':>11} {'sentences/s':>11} "
        f"{'peak MB':>8} {'growth':>7}"
    )
    for run in runs:
        start = time.perf_counter()
        readings = [extract(one.document, one.text, lexicon) for one in run]
        seconds = time.perf_counter() - start
        tracemalloc.start()
        extract(run[0].document, run[0].text, lexicon)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        sentences = sum(len(reading.sentences) for reading in readings)
        claims = sum(len(reading.claims) for reading in readings)
        growth = (
            "" if before is None else f"{math.log(seconds / before[1]) / math.log(sentences / before[0]):.2f}"
        )
        print(
            f"{len(run):>9} {sentences:>9} {claims:>7} {seconds:>8.2f} {len(run) / seconds:>11.1f} "
            f"{sentences / seconds:>11.0f} {peak:>8.1f} {growth:>7}"
        )
        before = (sentences, seconds)


def main() -> int:
    print("One document that grows")
    measure([documents(1, length) for length in LENGTHS])
    print("More documents of 60 sentences")
    measure([documents(count, 60) for count in COUNTS])
    return 0


if __name__ == "__main__":
    sys.exit(main())
