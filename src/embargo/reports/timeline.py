"""The timeline: intervals as intervals, open ends with an arrow, days as diamonds, days of saying as rings."""

import datetime as dt
from collections.abc import Callable

from embargo.reports.index import Index
from embargo.reports.svg import INK, MUTED, RULE, TONES, drawing, element, words, wrap
from embargo.reports.words import MONTHS
from embargo.vocabulary import Finding

WIDE, LEFT, RIGHT, TOP, SIZE = 720.0, 270.0, 26.0, 54.0, 11.5
DAY = dt.timedelta(days=1)
FAR = dt.timedelta(days=3660)


def timeline_svg(index: Index, findings: tuple[Finding, ...]) -> str:
    """Return the drawing as SVG text; rows are as high as their wrapped labels, so that no two labels meet."""
    said = {finding.id: said_days(index, finding) for finding in findings}
    first, last = span(findings, said)
    scale = (WIDE - LEFT - RIGHT) / max(1, (last - first).days)

    def x(day: dt.date) -> float:
        return LEFT + (min(max(day, first), last) - first).days * scale

    rows: list[str] = []
    y = TOP
    tones = {group.key: TONES[n % len(TONES)] for n, group in enumerate(index.groups)}
    for group in index.groups:
        members = [finding for finding in findings if finding in group.findings]
        if not members:
            continue
        y += 8
        rows.append(words(group.title, 4, y + 10, SIZE, tones[group.key], weight="bold"))
        y += 18
        for finding in members:
            label = wrap(f"{index.labels[finding.id]}  {finding.headline.rstrip('.')}", SIZE, LEFT - 22, 2)
            high = max(29.0, len(label) * 13.5 + 9)
            middle = y + high / 2
            for n, line in enumerate(label):
                rows.append(words(line, 4, middle + 4 + (n - (len(label) - 1) / 2) * 13.5, SIZE))
            rows += bar(finding, x, middle, first, last, tones[group.key])
            for day in said[finding.id]:
                rows.append(
                    element(
                        "circle", cx=x(day), cy=middle + 8, r=3, fill="#fff", stroke=INK, stroke_width=1.1
                    )
                )
            y += high
            rows.append(element("path", d=f"M0 {y:.1f}H{WIDE:.0f}", stroke="#e7e3da", stroke_width=0.7))
    bottom = y + 6
    body = [*axis(first, last, x, bottom), *rows, *legend(bottom + 30)]
    return drawing(WIDE, bottom + 48, "Timeline of findings", body)


def said_days(index: Index, finding: Finding) -> list[dt.date]:
    """Return the days on which the finding's claims were said, or published where no day of saying is given."""
    days: set[dt.date] = set()
    for claim in (index.claims[i] for i in finding.claims if i in index.claims):
        document = index.documents.get(claim.document)
        day = (claim.said_time.last or claim.said_time.first) if claim.said_time else None
        if day := day or (document.day if document else None):
            days.add(day)
    return sorted(days)


def span(findings: tuple[Finding, ...], said: dict[str, list[dt.date]]) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the axis, at whole months; ten years back at most from the latest day."""
    days = [day for f in findings for day in (f.period.first, f.period.last) if day]
    days += [day for row in said.values() for day in row]
    if not days:
        return dt.date(2000, 1, 1), dt.date(2000, 12, 31)
    last = max(days)
    first = max(min(days), last - FAR) if last.toordinal() > FAR.days + 1 else min(days)
    end = dt.date(last.year + last.month // 12, last.month % 12 + 1, 1) if last.year < 9999 else last
    return first.replace(day=1), end


def bar(
    finding: Finding, x: Callable[[dt.date], float], y: float, first: dt.date, last: dt.date, tone: str
) -> list[str]:
    """Return the drawing of one period: diamond for a day, bar for an interval, arrow at an open end."""
    start, end = finding.period.first, finding.period.last
    if start and start == end:
        at = x(start)
        return [element("path", d=f"M{at:.1f} {y - 9:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z", fill=tone)]
    left, right = x(start or first), x(end or last)
    right = max(right, left + 3)
    top = y - 7
    shape = [
        element(
            "rect",
            x=left,
            y=top,
            width=right - left,
            height=7.0,
            fill=tone,
            fill_opacity=None if start and end else 0.55,
        )
    ]
    if start is None or start < first:
        shape.append(element("path", d=f"M{left:.1f} {top - 2:.1f}l-8 5.5l8 5.5z", fill=tone))
    if end is None:
        shape.append(element("path", d=f"M{right:.1f} {top - 2:.1f}l8 5.5l-8 5.5z", fill=tone))
    return shape


def axis(first: dt.date, last: dt.date, x: Callable[[dt.date], float], bottom: float) -> list[str]:
    """Return the axis: a rule a year or a month, labelled as densely as the labels have room."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in (1, 2, 3, 6, 12, 24) if months / s <= 12), 60)
    parts = [
        element("path", d=f"M{LEFT:.0f} {TOP - 12:.1f}H{WIDE - RIGHT:.0f}", stroke=INK, stroke_width=0.9)
    ]
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        at = x(dt.date(year, month, 1))
        if (month - 1) % min(step, 12) == 0 and (step <= 12 or year % (step // 12) == 0):
            opens = month == 1
            parts.append(
                element(
                    "path",
                    d=f"M{at:.1f} {TOP - 16:.1f}V{bottom:.1f}",
                    stroke=RULE,
                    stroke_width=1.1 if opens else 0.6,
                )
            )
            if at < WIDE - RIGHT - 14:
                if step < 12:
                    parts.append(words(MONTHS[month - 1][:3], at + 3, TOP - 19, SIZE - 1.5, MUTED))
                if opens or not any("<text" in part for part in parts[:-1]):
                    parts.append(words(str(year), at + 3, TOP - 33, SIZE, INK, weight="bold"))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return parts


def legend(y: float) -> list[str]:
    """Return the key to the signs, none of which is told apart by colour alone."""
    return [
        element("rect", x=4.0, y=y - 8, width=26.0, height=7.0, fill=MUTED),
        words("period", 36, y, SIZE - 1, MUTED),
        element("rect", x=92.0, y=y - 8, width=20.0, height=7.0, fill=MUTED, fill_opacity=0.55),
        element("path", d=f"M112 {y - 10:.1f}l8 5.5l-8 5.5z", fill=MUTED),
        words("open end", 126, y, SIZE - 1, MUTED),
        element("path", d=f"M200 {y - 10:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z", fill=MUTED),
        words("one day", 211, y, SIZE - 1, MUTED),
        element("circle", cx=274.0, cy=y - 4, r=3, fill="#fff", stroke=INK, stroke_width=1.1),
        words("day on which it was said or published", 283, y, SIZE - 1, MUTED),
    ]
