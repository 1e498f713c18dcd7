"""How long the whole road takes: generated one-page documents from add to a verified case with its report.

Run with `python benchmarks/road.py`. Prints seconds a stretch, documents a second, peak memory of the process, the size of
the case, and the growth exponent between sizes (1 is linear). The second run of each size does again only what moved, which
is nothing.
"""

import math
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from embargo import create_case

SIZES = (100, 300, 1_000)
PAPERS = (
    "Harbour Courier",
    "Meridian Wire",
    "Northern Ledger",
    "The Strait Post",
    "Cape Bulletin",
    "Delta Press",
)
WHO = ("North Korea", "Russia", "Pyongyang", "Moscow", "Iran", "Syria")
WHAT = (
    "ballistic missiles",
    "152mm shells",
    "containers of munitions",
    "howitzers",
    "drones",
    "tonnes of diesel",
)
SAYS = (
    "the ministry said",
    "according to the monitoring team",
    "South Korea's spy agency said",
    "officials said",
    "",
)
HOW = ("at least", "over", "about", "more than", "up to", "nearly")
FILLER = (
    "The talks went on behind closed doors for most of the week.",
    "Analysts differ on what the pictures show, and none of them would be named.",
    "The port has two berths for vessels of that size, and the road to it was mended last year.",
    "Neither side answered questions that were sent to it in writing.",
    "Prices in the market of the border town had hardly moved.",
)  # fmt: skip


def page(chance: random.Random, number: int) -> str:
    """One printed page: a headline, a dateline and some forty sentences, a third of them on transfers."""
    lines = [f"Shipments seen again, report {number}", ""]
    for paragraph in range(8):
        said: list[str] = []
        for _ in range(5):
            if chance.random() < 1 / 3:
                giver, taker = chance.sample(WHO, 2)
                amount = f"{chance.choice(HOW)} {chance.randrange(1, 400) * 10:,} {chance.choice(WHAT)}"
                month = chance.choice(
                    ("in March 2024", "in late 2024", "last year", "since September 2023", "")
                )
                cue = chance.choice(SAYS)
                said.append(f"{giver} sent {amount} to {taker} {month}{', ' + cue if cue else ''}.".replace(" .", ".").replace(" ,", ","))  # fmt: skip
            else:
                said.append(chance.choice(FILLER))
        lines.append(("SEOUL (Wire) — " if paragraph == 0 else "") + " ".join(said))
        lines.append("")
    return "\n".join(lines)


def write(folder: Path, count: int) -> Path:
    """That many pages in a folder, with a sheet that names their papers and days."""
    chance = random.Random(count)
    rows = ["file,publisher,published,kind"]
    for number in range(count):
        (folder / f"{number:05d}.txt").write_text(page(chance, number), encoding="utf-8")
        rows.append(
            f"{number:05d}.txt,{chance.choice(PAPERS)},2025-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d},press"
        )
    (folder / "sources.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def main() -> int:
    before: tuple[int, float] | None = None
    heads = (
        "documents",
        "claims",
        "findings",
        "add s",
        "run s",
        "again s",
        "docs/s",
        "peak MB",
        "case MB",
        "growth",
    )
    print(" ".join(f"{head:>9}" for head in heads))
    for size in SIZES:
        with tempfile.TemporaryDirectory() as scratch:
            documents = Path(scratch, "documents")
            documents.mkdir()
            write(documents, size)
            with create_case(Path(scratch, "case"), title=f"{size} pages") as case:
                start = time.perf_counter()
                case.add(documents, table=documents / "sources.csv")
                added = time.perf_counter() - start
                start = time.perf_counter()
                dossier = case.run().dossier
                ran = time.perf_counter() - start
                start = time.perf_counter()
                case.run()
                again = time.perf_counter() - start
            held = sum(path.stat().st_size for path in Path(scratch, "case").rglob("*") if path.is_file())
        seconds = added + ran
        growth = "" if before is None else f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
            1024 if sys.platform != "darwin" else 1024**2
        )
        print(
            f"{size:>9} {len(dossier.claims):>9} {len(dossier.findings):>9} {added:>9.2f} {ran:>9.2f} {again:>9.2f} "
            f"{size / seconds:>9.1f} {peak:>9.0f} {held / 1e6:>9.0f} {growth:>9}",
            flush=True,
        )
        before = (size, seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
