"""How fast claims are read, how that grows, and that workers change nothing: generated articles, lists and tables.

Run with `python benchmarks/claims.py`; `--documents 1000 10000 50000` takes its time. Prints articles a second on one core
beside a plain loop, medians of several runs; seconds, peak memory and the growth exponent (1 is linear) over more and more
documents, each size in a process of its own, and over one text that grows in several shapes; and whether one worker and
several give the same bytes.
"""

import argparse
import hashlib
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from statistics import median

import msgspec

from embargo.claims import extract, load_lexicon
from embargo.sources import capture
from embargo.vocabulary import Captured, Detail, Reading

DOCUMENTS = (250, 1_000, 4_000)
# An article of some 2,600 signs.
SENTENCES = 26
RUNS = 7
LENGTHS = (100, 400, 1_600)
SIGNS = (10_000, 100_000, 1_000_000)
WORKERS = (1, 2, 4)
SHARED = 200
CORPUS = Path("tests/corpus/dev")
# So many additions in a plain loop take an ordinary machine about half a second.
ADDITIONS, ORDINARY = 10**7, 0.5
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


def captured(text: str, name: str) -> Captured:
    stated = {
        "published": Detail("2025-03-01", "stated", "generated"),
        "publisher": Detail("The Generator", "stated", "generated"),
    }
    return capture(text.encode(), f"{name}.txt", stated)


def reading(seed: int) -> Reading:
    """The claims of one generated article."""
    one = captured(report(SENTENCES, seed), str(seed))
    return extract(one.document, one.text, load_lexicon())


def as_bytes(seed: int) -> bytes:
    return msgspec.json.encode(reading(seed))


def spent(work: Callable[[], object]) -> float:
    """Seconds of this process alone: others on the machine do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def plain_loop() -> None:
    number = 0
    for _ in range(ADDITIONS):
        number += 1  # noqa: SIM113 - the additions are what is measured


def growth(before: tuple[int, float] | None, size: int, seconds: float) -> str:
    return "" if before is None else f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"


def speed() -> None:
    """Articles a second on one core, each run beside a plain loop of its own: the clock of a shared machine swings."""
    articles = [captured(report(SENTENCES, seed), str(seed)) for seed in range(20)]
    corpus = [
        captured(path.read_text("utf-8"), path.parent.name) for path in sorted(CORPUS.glob("*/text.txt"))
    ]
    size = sum(len(one.text.text) for one in articles) / len(articles)
    lexicon = load_lexicon()
    print("One core, in articles of the same size")
    print(
        f"{'texts':>24} {'articles':>9} {'articles/s':>11} {'loop s':>7} {'at a loop of 0.5 s':>19} {'least':>6} {'most':>6}"
    )
    for name, texts in (("generated articles", articles), ("the corpus", corpus)):

        def once(texts: list[Captured] = texts) -> None:
            for one in texts:
                extract(one.document, one.text, lexicon)

        once()
        count = sum(len(one.text.text) for one in texts) / size
        runs = [(count / spent(once), spent(plain_loop)) for _ in range(RUNS)]
        fair = sorted(rate * loop / ORDINARY for rate, loop in runs)
        rate, loop = (median(column) for column in zip(*runs, strict=True))
        print(
            f"{name:>24} {count:>9.0f} {rate:>11.1f} {loop:>7.2f} {median(fair):>19.1f} {fair[0]:>6.1f} {fair[-1]:>6.1f}"
        )


def many(count: int) -> None:
    """Read so many articles one after another and print claims, seconds and the peak of memory."""
    load_lexicon()
    claims = 0
    start = time.process_time()
    for seed in range(count):
        claims += len(reading(seed).claims)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(claims, seconds, peak)


def documents(sizes: list[int]) -> None:
    print("\nMore articles")
    print(f"{'documents':>9} {'claims':>8} {'seconds':>8} {'documents/s':>11} {'peak MB':>8} {'growth':>7}")
    before: tuple[int, float] | None = None
    for size in sizes:
        # The peak of one process never sinks: each size has its own.
        done = subprocess.run(
            [sys.executable, __file__, "--many", str(size)], capture_output=True, text=True, check=True
        )
        claims, seconds, peak = (float(number) for number in done.stdout.split())
        print(
            f"{size:>9} {claims:>8.0f} {seconds:>8.1f} {size / seconds:>11.1f} {peak:>8.0f} {growth(before, size, seconds):>7}",
            flush=True,
        )
        before = (size, seconds)


def shapes() -> Iterator[tuple[str, list[str]]]:
    """Yield texts that grow, of one shape each."""
    yield "paragraphs", [report(length, 0) for length in LENGTHS]
    prose = (line for line in report(SIGNS[-1] // 60, 0).splitlines() if "|" not in line)
    long = " ".join(line.split(". ", 1)[-1] for line in prose)
    yield "one line", [long[:signs] for signs in SIGNS]
    yield "words, no stop", [("lorem " * (signs // 6)) for signs in SIGNS]
    yield "figures", ["7 " * (signs // 20) for signs in SIGNS]
    yield "one number", ["7" * signs for signs in SIGNS]


def one_text() -> None:
    print("\nOne text that grows")
    print(f"{'shape':>16} {'signs':>9} {'claims':>7} {'seconds':>8} {'signs/s':>9} {'growth':>7}")
    lexicon = load_lexicon()
    for shape, texts in shapes():
        before: tuple[int, float] | None = None
        for text in texts:
            one = captured(text, shape)
            start = time.process_time()
            read = extract(one.document, one.text, lexicon)
            seconds = time.process_time() - start
            print(
                f"{shape:>16} {len(text):>9} {len(read.claims):>7} {seconds:>8.2f} {len(text) / seconds:>9.0f} "
                f"{growth(before, len(text), seconds):>7}",
                flush=True,
            )
            before = (len(text), seconds)


def workers() -> None:
    print("\nOne worker and several")
    print(f"{'workers':>7} {'documents':>9} {'seconds':>8} {'ratio':>6}  bytes")
    found: list[tuple[str, float]] = []
    for number in WORKERS:
        start = time.perf_counter()
        digest = hashlib.sha256()
        with ProcessPoolExecutor(number) as pool:
            for read in pool.map(as_bytes, range(SHARED), chunksize=10):
                digest.update(read)
        found.append((digest.hexdigest(), time.perf_counter() - start))
        seconds = found[-1][1]
        print(
            f"{number:>7} {SHARED:>9} {seconds:>8.1f} {seconds / found[0][1]:>6.2f}  {digest.hexdigest()[:16]}"
        )
    same = all(one[0] == other[0] for one, other in pairwise(found))
    print("the same bytes" if same else "NOT THE SAME BYTES")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--documents", type=int, nargs="+", default=list(DOCUMENTS), metavar="N", help="sizes to grow over"
    )
    parser.add_argument("--many", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.many:
        many(asked.many)
        return 0
    speed()
    documents(asked.documents)
    one_text()
    workers()
    return 0


if __name__ == "__main__":
    sys.exit(main())
