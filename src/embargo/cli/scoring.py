"""`embargo claims score` and `embargo claims lint`: what the reader is worth, and whether its lexicon is in order."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli.doors import Json
from embargo.cli.out import as_json, remark, say, table

if TYPE_CHECKING:
    from embargo.casework.measure import Measure, Part

# Where a checkout keeps its corpus.
CORPUS = Path("tests/corpus")
ATTENTION, INPUT = 1, 3


def score(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A corpus; tests/corpus where none is named.")
    ] = None,
    part: Annotated[
        str,
        typer.Option(
            metavar="dev|wide|test|test-2|test-3|all",
            help="Which part of the corpus; dev where nothing is said.",
        ),
    ] = "",
    documents: Annotated[bool, typer.Option("--documents", help="Show each document as well.")] = False,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed, and what is wrong in what was found.")
    ] = False,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Exit with 1 where a figure fell below its floor.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="A lexicon of your own, on top of ours.")
    ] = None,
    unseal: Annotated[
        bool,
        typer.Option("--unseal", help="List the test parts' errors too; those documents are then spent."),
    ] = False,
    json: Json = False,
) -> None:
    """Score the reader on documents with gold readings: what is found, what is right, what would be a critical error.

    A corpus has folders dev, wide, test, test-2 and test-3 with a folder for each document: text.txt and gold.json. Only dev is read
    where no part is asked for; --part all puts all side by side. Errors of the test parts are counted, not listed.
    Intervals are 95 %, by bootstrap over documents.

    \b
    Examples:
      embargo claims score
      embargo claims score tests/corpus --part all
      embargo claims score tests/corpus --floors tests/corpus/floors.toml
      embargo claims score my-documents --documents --json
    """
    from embargo.casework.measure import below_floors, measure

    found = measure(folder or _corpus(), part, tuple(lexicon or ()), unseal=unseal)
    fallen = below_floors(found.parts, floors) if floors is not None else []
    if json:
        as_json({"measure": found, "below_floors": fallen})
    else:
        _show(found)
        for each in found.parts:
            _errors(each)
            if misses:
                _misses(each)
            if documents:
                _documents(each)
        if found.left:
            left = ", ".join(found.left)
            say(f"Not scored: {left} (--part all puts it beside; log each use of a test part)")
    for each in found.parts:
        for words in (*each.set_aside, *each.gold_faults):
            remark(f"{each.name}, {words}")
    for fall in fallen:
        remark(f"below the floor: {fall}")
    if fallen:
        raise typer.Exit(ATTENTION)


def _corpus() -> Path:
    """Return tests/corpus here, or in the checkout this package stands in."""
    import embargo

    of_checkout = Path(embargo.__file__).resolve().parents[2] / CORPUS
    return CORPUS if CORPUS.is_dir() or not of_checkout.is_dir() else of_checkout


def _show(found: "Measure") -> None:
    columns = ["figure"]
    for part in found.parts:
        columns += [part.name, "95 %"]
    rows = [list(_rows(part)) for part in found.parts]
    labels = dict.fromkeys(label for part in rows for label, _, _ in part)
    cells = [{label: (value, spread) for label, value, spread in part} for part in rows]
    body = [[label, *(cell for part in cells for cell in part.get(label, ("", "")))] for label in labels]
    say(f"Extractor {found.extractor}, lexicon {found.lexicon}")
    table("Figures", columns, body)


def _rows(part: "Part") -> Iterator[tuple[str, str, str]]:
    """Yield the rows of one part: label, figure, interval."""
    from embargo.claims.figures import flat

    found, values = part.figures, flat(part.figures)

    def spread(name: str, *, percent: bool = False) -> str:
        low, high = part.intervals[name]
        return f"{low:.1%} to {high:.1%}" if percent else f"{low:.2f} to {high:.2f}"

    yield "documents", str(found.documents), ""
    yield "gold claims", str(found.gold), ""
    yield "claims read", str(found.read), ""
    for name, value in values.items():
        if name.startswith("slot_"):
            slot = name.removeprefix("slot_")
            yield slot, f"{value:.2f} (n={found.slots[slot].n})", spread(name)
        elif name.partition("_")[0] in ("detect", "soft", "strict"):
            yield name.replace("_", " ").replace("f1", "F1"), f"{value:.3f}", spread(name)
    yield (
        "critical errors",
        f"{found.critical} ({found.critical_share:.1%})",
        spread("critical_share", percent=True),
    )
    yield "from irrelevant texts", str(found.irrelevant), ""
    yield "unverifiable spans", str(found.unverified), ""


def _errors(part: "Part") -> None:
    found = [error for one in part.documents for error in one.critical]
    say(f"\nCritical errors, {part.name}: {len(found) or 'none'}" + (" (not shown)" if part.sealed else ""))
    if part.sealed:
        return
    for error in found:
        say(f"{error.document}: {error.event}: {error.why}")
        say(f"  read  “{' '.join(error.read.split())}”")
        say(f"  gold  “{' '.join(error.gold.split())}”" if error.gold else "  gold  nothing there")


def _misses(part: "Part") -> None:
    found = [wrong for one in part.documents for wrong in one.wrong]
    say(f"\nMissed or not right, {part.name}: " + ("not shown" if part.sealed else str(len(found) or "none")))
    for wrong in found:
        what = (
            "missed" if wrong.read is None else "in no gold" if wrong.gold is None else ", ".join(wrong.slots)
        )
        say(f"{wrong.document}: {wrong.event}: {what}")
        for label, words in (("read", wrong.read), ("gold", wrong.gold)):
            if words is not None:
                say(f"  {label}  “{' '.join(words.split())}”")


def _documents(part: "Part") -> None:
    rows = [
        (
            one.document,
            one.gold,
            one.read,
            one.matched,
            f"{one.soft:.2f}",
            one.strict,
            len(one.critical),
            len(one.unverified),
        )
        for one in part.documents
    ]
    columns = ("document", "gold", "read", "matched", "soft", "strict", "critical", "unverifiable")
    table(f"Documents, {part.name}", columns, rows)


def lint(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", help="A lexicon, or a case that has one; ours where none is named."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Check the files of a lexicon: every mistake with its file and line. Exits with 3 where there is one.

    \b
    Examples:
      embargo claims lint
      embargo claims lint my-case/lexicon
    """
    from embargo.casework.lexicons import check_lexicon

    found = check_lexicon(folder)
    if json:
        as_json(found)
    else:
        for mistake in found.mistakes:
            expected = f" Expected: {mistake.expected}." if mistake.expected else ""
            say(f"{mistake.file}, line {mistake.line}: {mistake.seen}.{expected}")
        told = f"{len(found.mistakes)} mistakes" if len(found.mistakes) != 1 else "1 mistake"
        say(f"{len(found.files)} files, {told if found.mistakes else 'no mistake'}: {', '.join(found.files)}")
    if found.mistakes:
        raise typer.Exit(INPUT)
