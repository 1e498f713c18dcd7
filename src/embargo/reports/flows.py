"""The flow diagram: States as columns, an arrow a finding, amounts in words; no width stands for an amount."""

from embargo.reports.grouping import bare, ends
from embargo.reports.index import Index
from embargo.reports.svg import INK, MUTED, RULE, TONES, drawing, element, words, wrap
from embargo.reports.words import what, worded
from embargo.vocabulary import Finding

WIDE, TOP, SIZE, EDGE = 720.0, 46.0, 12.0, 70.0
UNSTATED = "not stated"


def flows_svg(index: Index, findings: tuple[Finding, ...]) -> str:
    """Return the drawing as SVG text: givers' and takers' columns in order of appearance, arrows row by row."""
    pairs = [tuple(side or UNSTATED for side in ends(finding)) for finding in findings]
    columns = list(dict.fromkeys(side for pair in pairs for side in pair))
    gap = (WIDE - 2 * EDGE) / max(1, len(columns) - 1)
    at = {column: (EDGE + n * gap if len(columns) > 1 else WIDE / 2) for n, column in enumerate(columns)}
    tones = {pair: TONES[n % len(TONES)] for n, pair in enumerate(dict.fromkeys(pairs))}
    rows: list[str] = []
    y = TOP + 6
    for finding, (giver, taker) in zip(findings, pairs, strict=True):
        left, right = sorted((at[giver], at[taker]))
        room = max(right - left - 40, 150.0)
        amounts = "; ".join(worded(b) for b in finding.bounds if b.words) or "amount not stated"
        title = wrap(f"{index.labels[finding.id]}  {what(finding)}", SIZE, room, 2)
        below = wrap(amounts, SIZE - 1, room, 2)
        y += len(title) * 14.5 + 6
        middle = (left + right) / 2 if right > left else left + room / 2 + 16
        for n, line in enumerate(title):
            rows.append(label(line, middle, y - 8 - (len(title) - 1 - n) * 14.5, SIZE, INK, "bold"))
        rows.append(arrow(at[giver], at[taker], y, tones[(giver, taker)], finding.stage == "alleged"))
        for n, line in enumerate(below):
            rows.append(label(line, middle, y + 14 + n * 13, SIZE - 1, MUTED, "normal"))
        y += 12 + len(below) * 13 + 6
    body = []
    for column in columns:
        name = bare(index.name(column)) if column != UNSTATED else "Not stated"
        lines = wrap(name, SIZE + 1, max(gap - 12, 96.0), 2)
        for n, line in enumerate(lines):
            body.append(
                words(
                    line,
                    at[column],
                    TOP - 24 + n * 15 - (len(lines) - 1) * 7,
                    SIZE + 1,
                    INK,
                    "middle",
                    "bold",
                )
            )
        body.append(
            element("path", d=f"M{at[column]:.1f} {TOP - 6:.1f}V{y + 2:.1f}", stroke=RULE, stroke_width=5)
        )
    body += rows
    if any(finding.stage == "alleged" for finding in findings):
        body.append(words("Broken line: alleged, with no source that saw it.", 4, y + 22, SIZE - 1.5, MUTED))
        y += 20
    return drawing(WIDE, y + 14, "Flows between parties", body)


def label(line: str, x: float, y: float, size: float, fill: str, weight: str) -> str:
    """Return a centred line of type with paper behind it, readable where it crosses a column."""
    halo = words(line, x, y, size, "#ffffff", "middle", weight)
    halo = halo.replace(
        "<text", '<text stroke="#ffffff" stroke-width="4" stroke-linejoin="round" aria-hidden="true"', 1
    )
    return halo + words(line, x, y, size, fill, "middle", weight)


def arrow(start: float, end: float, y: float, tone: str, broken: bool) -> str:
    """Return an arrow from column to column, or a loop at one column where giver and taker are the same."""
    dash = "7 4" if broken else None
    if start == end:
        return element(
            "path",
            d=f"M{start:.1f} {y - 8:.1f}h26v14h-18",
            fill="none",
            stroke=tone,
            stroke_width=2,
            stroke_dasharray=dash,
        ) + element("path", d=f"M{start + 3:.1f} {y + 6:.1f}l9 -5v10z", fill=tone)
    way = 1 if end > start else -1
    line = element(
        "path",
        d=f"M{start + way * 4:.1f} {y:.1f}H{end - way * 13:.1f}",
        stroke=tone,
        stroke_width=2.4,
        stroke_dasharray=dash,
    )
    return line + element("path", d=f"M{end - way * 3:.1f} {y:.1f}l{-way * 12} -6v12z", fill=tone)
