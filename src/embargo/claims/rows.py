"""Rows: a line of a table as a claim, with what its title says of all rows."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from embargo.claims.attribution import AFAR, Heard, Voice
from embargo.claims.build import LONGEST_QUOTE, Draft, finish, implied
from embargo.claims.clauses import Clause
from embargo.claims.drafts import drafts
from embargo.claims.lexicon import Frame, Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import Mood
from embargo.claims.parties import carried_over
from embargo.claims.reader import Page, read, scene_of
from embargo.claims.roles import Cast
from embargo.claims.standing import Standing
from embargo.claims.tables import Line, Table
from embargo.claims.tariff import chapter, coded
from embargo.claims.things import is_people, item_of, quantity
from embargo.claims.units import COUNTERS
from embargo.claims.vessels import canonical
from embargo.claims.voices import hear
from embargo.language import times
from embargo.vocabulary import Claim, Document, Item, Mention, When, cut, state_of

_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b|^\W*(?:all|both|sum\s+of)\b|\d\s\+\s\d", re.IGNORECASE)
_NIL = re.compile(r"^\s*(?:nil|none|zero|0|-|–|—)\s*$", re.IGNORECASE)
_TRADE = re.compile(r"\b(?:exports?|imports?|trade|declared)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read_table_line(
    document: Document, text: str, start: int, end: int, line: Line, lexicon: Lexicon, page: Page
) -> tuple[list[Claim], Standing]:
    """Return the claims of one line of a table, and its standing."""
    line.table.goods = line.table.goods or page.memory.goods or ""
    if line.part == "head":
        return [], Standing("no event", "the head of a table")
    if line.part == "title":
        _take_title(scene_of(document, text, start, end, lexicon, page.memory), line.table, lexicon, page)
        return [], Standing("no event", "the title of a table: read with its rows")
    scene = scene_of(document, text, start, end, lexicon, page.memory)
    noted = _noted(document, scene, line, lexicon, page)
    if noted:
        page.claims.extend(noted)
        return noted, Standing("read", "")
    claim = _row(document, scene, line, lexicon)
    if claim is None:
        return [], Standing("not understood", "a row of a table whose columns do not say what happened")
    page.claims.append(claim)
    return [claim], Standing("read", "")


def _take_title(scene: Scene, table: Table, lexicon: Lexicon, page: Page) -> None:
    heard = hear(scene, page.memory)
    source = _SOURCE.search(scene.text, scene.start, scene.end)
    if source is not None and not heard.voices:
        named = next((m for m in scene.of("party") if m.start >= source.start()), None)
        if named is not None:
            heard.voices.append(Voice(named, 0, len(scene.words), "document", document=True))
    ends = {
        state_of(m.canonical) or m.canonical
        for side in (_ends(scene), page.memory.trade)
        for end in side
        for m in end
    }
    keeper = page.memory.keeper(ends) or page.memory.customs
    table.customs = table.customs or (keeper is not None and "code" in table.kinds)
    table.customs = table.customs or _CUSTOMS.search(scene.text, scene.start, scene.end) is not None
    traded = table.customs or _TRADE.search(scene.text, scene.start, scene.end) is not None
    if traded and not heard.voices and keeper is not None:
        # "Chinese exports to the DPRK", where the text has said whose customs these figures are.
        told = msgspec.structs.replace(keeper, i=AFAR, j=AFAR)
        heard.voices.append(Voice(told, 0, len(scene.words), "document", document=True))
    table.heard = heard if heard.voices or table.heard is None else table.heard
    if source is not None and not any(_CUSTOMS.search(voice.mark.value) for voice in table.heard.voices):
        table.customs = False  # codes of the tariff in figures that somebody else keeps
    made = drafts(scene, lexicon, page.memory, heard)
    table.draft = made[0] if made else table.draft
    for mark in scene.of("item"):
        table.items.append(item_of(scene, mark, None, (scene.start, scene.start)))
    table.time = _time_of_title(scene) or table.time
    table.at_sea = table.at_sea or _AT_SEA.search(scene.text, scene.start, scene.end) is not None
    giver, taker = _ends(scene)
    table.giver, table.taker = giver or table.giver, taker or table.taker
    if table.customs and not (table.giver or table.taker):
        table.giver, table.taker = page.memory.trade
    _other_end(table, keeper)
    unit = next((COUNTERS[word.low] for word in scene.words if word.low in COUNTERS), "")
    table.units = [
        counted or (unit if kind == "quantity" else "")
        for kind, counted in zip(table.kinds, table.units, strict=True)
    ]


_SOURCE = re.compile(
    r"\b[Ss]ources?:|\bon\s+information\s+from\b|\bas\s+(?:recorded|tabulated|declared|published)\s+by\b|\baccording\s+to\b"
)
_AT_SEA = re.compile(r"\b(?:[Ss]hip[- ]to[- ][Ss]hip|STS|at\s+sea)\b")
_CUSTOMS = re.compile(r"\b(?:[Cc]ustoms|GACC|[Tt]ariff|HS\s*\d)\b")
_BUYING = frozenset({"import", "imports", "purchase", "purchases"})
_INTO = frozenset({"to", "into", "entering", "reaching", "for"})


def _time_of_title(scene: Scene) -> When | None:
    """Return the stretch that the title gives; "from the July table" is of that month and opens nothing."""
    dated = [mark.when for mark in scene.of("time") if mark.when is not None]
    closed = next((when for when in dated if when.last is not None), None)
    if closed is not None or not dated:
        return closed
    when = dated[0]
    if when.relation != "from" or when.first is None or when.first.day != 1:
        return when
    following = (when.first + dt.timedelta(31)).replace(day=1)
    return msgspec.structs.replace(when, last=following - dt.timedelta(1), relation="during")


def _other_end(table: Table, keeper: Mark | None) -> None:
    """Give a table of a customs service that names one State the service's own as the other."""
    own = state_of(keeper.value) if keeper is not None and table.customs else None
    ends = {state_of(m.canonical) for m in (*table.giver, *table.taker)}
    if own is None or own in ends or len(ends) != 1:
        return
    if table.giver:
        table.taker = [implied(own)]
    else:
        table.giver = [implied(own)]


def remember_trade(scene: Scene, memory: Memory) -> None:
    """Remember from which State to which the text says that goods went: a table of trade that does not say it means that."""
    if _TRADE.search(scene.text, scene.start, scene.end) is None:
        return
    giver, taker = _ends(scene)
    if giver or taker:
        memory.trade = giver, taker


def _ends(scene: Scene) -> tuple[list[Mention], list[Mention]]:
    """Return the States from which and to which the title says that things go: "Chinese purchases from the North"."""
    giver: list[Mention] = []
    taker: list[Mention] = []
    other: list[Mention] = []  # "What Beijing cleared from the North"
    for mark in scene.of("party", "adjective", "place"):
        state = state_of(mark.value)
        if state is None or (":" in mark.value and mark.kind == "party"):
            continue
        before = [word.low for word in scene.words[max(0, mark.i - 2) : mark.i]]
        after = {word.low for word in scene.words[mark.j : mark.j + 2]}
        if "from" in before[-2:]:
            giver = giver or [implied(state)]
        elif _INTO & set(before) or after & _BUYING:
            taker = taker or [implied(state)]
        elif after & {"export", "exports", "sales", "deliveries", "shipments"}:
            giver = giver or [implied(state)]
        elif mark.kind == "party":
            other = other or [implied(state)]
    return giver, taker or (other if giver else [])


def _noted(document: Document, scene: Scene, line: Line, lexicon: Lexicon, page: Page) -> list[Claim]:
    """Return what the row says in words of its ship: "AIS silent since 3 September" in a column of activities."""
    table = line.table
    if "note" not in table.kinds or "vessel" not in table.kinds:
        return []
    cell = line.cells[table.kinds.index("note")] if table.kinds.index("note") < len(line.cells) else (0, 0)
    ship = _ships(scene, line, dict(_cells_by_kind(line)))
    if not ship or cell[0] >= cell[1]:
        return []
    page.memory.vessel = ship[0].value
    _, found = read(document, scene.text, *cell, lexicon, page)
    known = Mention(
        scene.text[ship[0].start : ship[0].end],
        ship[0].start,
        ship[0].end,
        ship[0].value,
        outside_quote=False,
    )
    return [
        msgspec.structs.replace(
            claim,
            evidence=cut(document.id, scene.text, scene.start, min(scene.end, scene.start + LONGEST_QUOTE)),
            actor=claim.actor
            if any(m.canonical == known.canonical for m in claim.actor)
            else (known, *claim.actor),
            time=claim.time or table.time,
        )
        for claim in found
        if claim.family == "vessel"
    ]


def _cells_by_kind(line: Line) -> list[tuple[str, tuple[int, int]]]:
    return [
        (kind, cell) for kind, cell in reversed(list(zip(line.table.kinds, line.cells, strict=False))) if kind
    ]


def _row(document: Document, scene: Scene, line: Line, lexicon: Lexicon) -> Claim | None:
    table = line.table
    cells: dict[str, tuple[int, int]] = {}
    unit = ""
    further: list[tuple[tuple[int, int], str]] = []
    for kind, cell, counted in zip(table.kinds, line.cells, table.units, strict=False):
        if kind and kind not in cells and cell[0] < cell[1]:
            cells[kind] = cell
            unit = counted if kind == "quantity" else unit
        elif kind == "quantity" and cell[0] < cell[1]:
            further.append((cell, counted))
    quote = (scene.start, scene.end)
    items = _and_as(scene, _items(scene, line, cells, unit, quote), further, quote)
    ships = _ships(scene, line, cells)
    draft = _draft(scene, table, cells, items, ships, lexicon)
    if draft is None or quote[1] - quote[0] > 400:
        return None
    heard = table.heard or Heard([], [])
    voices = [msgspec.structs.replace(v, i=0, j=len(scene.words) + 1) for v in heard.voices]
    time = _time(document, scene, table, cells)
    claim = finish(scene, draft, document, Heard(voices, []), (time, None), quote)
    if claim is None:
        return None
    if _NIL.search(scene.text[slice(*cells["quantity"])]) if "quantity" in cells else False:
        claim = msgspec.structs.replace(claim, polarity="negative")
    total = any(_TOTAL.search(scene.text[a:b]) for a, b in line.cells)
    return msgspec.structs.replace(
        claim,
        items=tuple(items),
        cumulative=total,
        note="a total of other rows, never added" if total else None,
    )


def _inside(marks: Sequence[Mark], cell: tuple[int, int] | None) -> list[Mark]:
    return [m for m in marks if cell is not None and cell[0] <= m.start and m.end <= cell[1]]


_CODE = re.compile(r"(?:HS\s*)?(?<![\d.,])(?P<code>\d{4}(?:\.\d{2}){0,3}|\d{2})(?![\d,])")


def _coded(scene: Scene, line: Line) -> tuple[str, str]:
    """Return the class and the code of a row's tariff number, "" for each where it has none."""
    for kind, (start, end) in zip(line.table.kinds, line.cells, strict=False):
        match = _CODE.fullmatch(scene.text[start:end].strip()) if kind == "code" else None
        if match is not None:
            return chapter(match["code"]), match["code"]
    for kind, (start, end) in zip(line.table.kinds, line.cells, strict=False):
        written = _HS.search(scene.text, start, end) if kind == "item" else None
        if written is not None:
            return chapter(written["code"]), written["code"]
    return "", ""


_HS = re.compile(r"\bHS\s*(?P<code>\d{4}(?:\.\d{2}){0,3})\b")


def _items(
    scene: Scene, line: Line, cells: dict[str, tuple[int, int]], unit: str, quote: tuple[int, int]
) -> list[Item]:
    table = line.table
    amounts = _inside(scene.of("amount"), cells.get("quantity"))
    cls, code = _coded(scene, line)
    written = cells.get("item")
    named = _inside(scene.of("item"), cells.get("item"))
    if named and code and is_people(named[0]):
        named = []  # "Men's cotton trousers" are no men
    if named:
        mark = named[0]
        thing = Item(
            scene.text[mark.start : mark.end],
            mark.start,
            mark.end,
            f"{coded(mark.value, code)} HS {code}" if code else mark.value,
        )
    elif cls and written is not None and written[0] < written[1]:
        thing = Item(scene.text[slice(*written)], *written, f"{cls} HS {code}")
    elif _TOTAL.search(scene.text[scene.start : scene.end]) and table.classes:
        thing = Item(None, None, None, _common(table.classes), implicit=True)
    elif table.items:
        # "Fuel taken on …, in each case gasoil": of one kind the closer word.
        root = table.items[0].cls.split(".")[0]
        alike = [item for item in table.items if item.cls.split(".")[0] == root]
        thing = max(alike, key=lambda item: item.cls.count("."))
    elif table.at_sea and table.goods and amounts:
        thing = Item(None, None, None, table.goods, implicit=True)
    elif unit == "container":
        thing = Item(None, None, None, "container", implicit=True)
    else:
        return []
    if not _TOTAL.search(scene.text[scene.start : scene.end]):
        table.classes.append(thing.cls.split(" ")[0])
    if not amounts:
        return [thing]
    counted = quantity(scene, amounts[0], thing.cls, quote)
    if unit and unit != "count":
        counted = msgspec.structs.replace(counted, unit=unit)
    elif table.currency and counted.unit in ("", "count"):
        low, high = (None if end is None else end * table.scale for end in (counted.low, counted.high))
        counted = msgspec.structs.replace(counted, low=low, high=high, unit=table.currency)
    return [msgspec.structs.replace(thing, quantity=counted)]


def _common(classes: list[str]) -> str:
    """Return what all rows are, as far as their classes agree: "ore" of two ores, "shipment" of this and that."""
    parts = [cls.split(".") for cls in classes]
    shared = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return ".".join(shared) or "shipment"


def _and_as(
    scene: Scene, items: list[Item], further: list[tuple[tuple[int, int], str]], quote: tuple[int, int]
) -> list[Item]:
    """Return the thing of the row with what further columns say of the same amount: its weight, its value."""
    if not items or items[0].quantity is None:
        return items
    also = []
    for cell, unit in further:
        for mark in _inside(scene.of("amount"), cell)[:1]:
            said = quantity(scene, mark, "", quote)
            said = said if said.unit else msgspec.structs.replace(said, unit=unit)
            if said.unit and said.unit != items[0].quantity.unit:
                also.append(said)
    counted = msgspec.structs.replace(items[0].quantity, also=(*items[0].quantity.also, *also))
    return [msgspec.structs.replace(items[0], quantity=counted), *items[1:]]


def _ships(scene: Scene, line: Line, cells: dict[str, tuple[int, int]]) -> list[Mark]:
    """Return the vessel of the row: known, or named by nothing but its column."""
    both = [m for kind in ("taking", "giving") for m in _inside(scene.of("vessel"), cells.get(kind))]
    if both:
        return both
    known = [
        m
        for m in _inside(scene.of("vessel"), cells.get("vessel"))
        if " IMO " in m.value or not _imo(scene, line)
    ]
    if known or "vessel" not in cells:
        return known or list(scene.of("vessel"))
    start, end = cells["vessel"]
    numbered = _NUMBERED.fullmatch(scene.text, start, end)
    if numbered is not None:
        end = numbered.end("name")
        i, j = scene.token_at(start), scene.token_at(end - 1) + 1
        return [Mark("vessel", start, end, i, j, canonical(scene.text[start:end], numbered["imo"]))]
    if not any(sign.isalpha() for sign in scene.text[start:end]):
        return []
    i, j = scene.token_at(start), scene.token_at(end - 1) + 1
    return [Mark("vessel", start, end, i, j, canonical(scene.text[start:end], _imo(scene, line)))]


# A ship with its number in brackets, and no "IMO" before it.
_NUMBERED = re.compile(r"(?P<name>[^()|]*[^()|\s])\s*\(?(?P<imo>\d{7})\)?")


def _imo(scene: Scene, line: Line) -> str | None:
    cells = [scene.text[slice(*cell)].strip() for cell in line.cells]
    return next((cell for cell in cells if len(cell) == 7 and cell.isdigit()), None)


def _draft(
    scene: Scene,
    table: Table,
    cells: dict[str, tuple[int, int]],
    items: list[Item],
    ships: list[Mark],
    lexicon: Lexicon,
) -> Draft | None:
    title = table.draft
    where = {"place": "location", "origin": "origin", "destination": "destination"}
    places = [
        (mark, role) for kind, role in where.items() for mark in _inside(scene.of("place"), cells.get(kind))
    ]
    declared = _inside(scene.of("place", "party"), cells.get("declared"))
    places.extend((mark, "origin") for mark in declared if mark.kind == "place")
    supplier = _party(scene, cells, "supplier", places, "origin")
    recipient = _party(scene, cells, "recipient", places, "destination")
    actor: list[Mention] = []
    if title is not None:
        # Where the title says that all of it happened: "through Hunchun", "at Vostochny".
        roles = {role_ for _, role_ in places}
        places.extend((m, r) for m, r in title.cast.places if m.kind == "place" and r not in roles)
        event, mood = title.event, msgspec.structs.replace(title.mood, cue=None, asked=None)
        if event == "ship.cargo" and items:
            event = lexicon.event_of(items[0].cls)  # the row names what its wagons carried
        supplier = supplier or list(carried_over(title.supplier))
        recipient = recipient or list(carried_over(title.recipient))
        actor = [] if ships else list(carried_over(title.actor))
    elif items and (supplier or recipient or table.giver or table.taker):
        event, mood = lexicon.event_of(items[0].cls), Mood("asserted", "positive")
    elif table.at_sea and (ships or items):
        event, mood = "vessel.sts", Mood("asserted", "positive")
    elif ships and places:
        event, mood = "vessel.portcall", Mood("asserted", "positive")
    else:
        return None
    if table.at_sea and (ships or items) and event.startswith(("transfer", "ship", "vessel")):
        event = "vessel.sts"
    if table.customs and event.startswith(("transfer", "ship")) and items:
        event = "customs.declare"
    if not event.startswith(("transfer", "ship", "aid", "customs")):
        supplier, recipient = [], []
    else:
        supplier, recipient = supplier or list(table.giver), recipient or list(table.taker)
    taken = {state_of(m.canonical) for m in supplier}
    recipient = [m for m in recipient if state_of(m.canonical) not in taken]
    # The whole row carries the claim: what is cut as its quote runs from its first cell to its last.
    whole = Mark("row", scene.start, scene.end, 0, len(scene.words), "")
    frame = Frame(event, "act", "none", ())
    draft = Draft(
        frame, event, whole, Clause(0, len(scene.words), "root"), Cast(places=places, vessels=ships), mood,
        [], [], supplier, recipient, actor,
    )  # fmt: skip
    taking, giving = (_inside(ships, cells.get(kind)) for kind in ("taking", "giving"))
    if taking or giving:
        draft.supplier = [_named(scene, m) for m in giving]
        draft.recipient = [*[_named(scene, m) for m in taking], *table.taker]
    elif event.startswith("vessel.") and ships:
        draft.actor = [Mention(scene.text[m.start : m.end], m.start, m.end, m.value) for m in ships]
    return draft


def _named(scene: Scene, mark: Mark) -> Mention:
    return Mention(scene.text[mark.start : mark.end], mark.start, mark.end, mark.value)


def _party(
    scene: Scene, cells: dict[str, tuple[int, int]], kind: str, places: list[tuple[Mark, str]], role: str
) -> list[Mention]:
    named = _inside(scene.of("party"), cells.get(kind)) or _inside(scene.of("party"), cells.get(role))
    if named:
        return [Mention(scene.text[m.start : m.end], m.start, m.end, m.value) for m in named[:1]]
    ends = [state_of(mark.value) for mark, where in places if where == role]
    return [implied(code) for code in ends if code][:1]


def _time(document: Document, scene: Scene, table: Table, cells: dict[str, tuple[int, int]]) -> When | None:
    cell = cells.get("time")
    if cell is None:
        return table.time
    written = scene.text[cell[0] : cell[1]]
    day = document.day
    if not _YEAR.search(written) and table.time is not None and table.time.last is not None:
        # "3 January" in a table of 2024 is a day of that year.
        day = table.time.last
    return next(iter(times(scene.text, day, *cell)), table.time)
