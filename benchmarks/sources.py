"""How long capture takes and how it grows, beside the plain reader of each kind of file.

Run with `python benchmarks/sources.py`. For txt, HTML and PDF over three sizes: documents a second, the growth exponent
between sizes (1 is linear), and the median of five runs as a ratio to the rival on the same bytes: trafilatura for HTML,
PDFium's text for PDF (which gives no columns, notes, marks or map). Before them a two-column PDF of 35, 70 and 140 pages,
each in a process of its own: seconds and peak memory.
"""

import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import trafilatura
import typst

from embargo.sources import capture

PROSE = (
    "Investigators documented the transportation of over 9,000 containers between the two administrations. ",
    "Correspondence obtained by participating governments describes the preparation of maintenance facilities. ",
    "Representatives acknowledged considerable difficulties concerning documentation of 45 international shipments. ",
    "Commercially available photographs demonstrate uninterrupted loading operations throughout September 2024. ",
)
HEAD = (
    '#set page("a4", columns: 2, margin: 2cm, header: [Report of the team #h(1fr) S/2025/1], '
    "footer: context align(center, counter(page).display()))\n"
    '#set par(justify: true)\n#set text(10pt, hyphenate: true, lang: "en")\n'
)
PARAGRAPHS = (40, 160, 640)
PAGES = (35, 70, 140)
PARAGRAPHS_A_PAGE = 9.5
RUNS = 5


def paragraph(number: int) -> str:
    return f"{number}. " + "".join(PROSE[(number + k) % len(PROSE)] for k in range(5)).strip()


def as_txt(count: int) -> bytes:
    return "\n\n".join(paragraph(k) for k in range(count)).encode()


def as_html(count: int) -> bytes:
    menu = "".join(f'<li><a href="/{k}">Part {k}</a></li>' for k in range(80))
    body = "".join(f"<p>{paragraph(k)}<sup>{k}</sup></p>" for k in range(count))
    return (
        f'<html lang="en"><head><title>Report</title><meta property="og:site_name" content="Courier"></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>Report</h1>{body}</article></body></html>"
    ).encode()


def as_pdf(count: int) -> bytes:
    body = "\n\n".join(f"{paragraph(k)[len(str(k)) + 2 :]}#footnote[Note {k} of it.]" for k in range(count))
    with tempfile.TemporaryDirectory() as empty:
        made = typst.compile(
            {"main.typ": (HEAD + body).encode()}, root=empty, ignore_system_fonts=True, format="pdf"
        )
    return bytes(made)


def plain_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def kinds() -> None:
    rivals: dict[str, tuple[Callable[[int], bytes], str, Callable[[bytes], object] | None]] = {
        "txt": (as_txt, "(no rival: it is read as it is)", None),
        "html": (as_html, "trafilatura", lambda data: trafilatura.extract(data.decode())),
        "pdf": (as_pdf, "PDFium's text", plain_pdf),
    }
    print(f"\n{'kind':>5} {'KB':>7} {'documents/s':>12} {'MB/s of text':>13} {'growth':>7} {'ratio':>7}  to")
    for kind, (make, name, rival) in rivals.items():
        before: tuple[int, float] | None = None
        for size in PARAGRAPHS:
            data = make(size)
            chars = capture(data, f"a.{kind}", {}).document.chars
            ours = median(lambda data=data, kind=kind: capture(data, f"a.{kind}", {}))
            ratio = (
                "" if rival is None else f"{ours / median(lambda data=data, rival=rival: rival(data)):.1f}"
            )
            growth = (
                "" if before is None else f"{math.log(ours / before[1]) / math.log(chars / before[0]):.2f}"
            )
            print(
                f"{kind:>5} {len(data) / 1000:>7.0f} {1 / ours:>12.1f} {chars / ours / 1e6:>13.2f} {growth:>7} "
                f"{ratio:>7}  {name}"
            )
            before = (chars, ours)


def pages() -> None:
    print(
        f"{'pages':>6} {'seconds':>8} {'pages/s':>8} {'peak MB':>8} {'growth':>7} {'rival s':>8} {'rival MB':>9}"
    )
    before: tuple[int, float] | None = None
    for wanted in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.pdf"
            # Set in a process of its own too: the peak of a parent would be taken for its child's.
            child("set", path, round(wanted * PARAGRAPHS_A_PAGE))
            count, seconds, peak = child("capture", path)
            _, rival_seconds, rival_peak = child("plain", path)
        growth = (
            "" if before is None else f"{math.log(seconds / before[1]) / math.log(count / before[0]):.2f}"
        )
        print(
            f"{count:>6} {seconds:>8.1f} {count / seconds:>8.1f} {peak:>8.0f} {growth:>7} {rival_seconds:>8.1f} {rival_peak:>9.0f}"
        )
        before = (count, seconds)


def child(work: str, path: Path, count: int = 0) -> tuple[int, float, float]:
    """Pages, seconds and peak megabytes of the work in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, work, str(path), str(count)], capture_output=True, text=True, check=True
    )
    pages, seconds, peak = done.stdout.split()
    return int(pages), float(seconds), float(peak)


def measured(work: str, path: Path, count: int) -> None:
    if work == "set":
        path.write_bytes(as_pdf(count))
    data = path.read_bytes()
    start = time.perf_counter()
    if work == "capture":
        capture(data, path.name, {})
    else:
        plain_pdf(data)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(len(pypdfium2.PdfDocument(data)), seconds, peak / (1e6 if sys.platform == "darwin" else 1e3))


def main() -> int:
    if len(sys.argv) > 1:
        measured(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
        return 0
    pages()
    kinds()
    return 0


if __name__ == "__main__":
    sys.exit(main())
