"""A law pack: whose law it is, its instruments, and its provisions as data. No code in a pack, no law in the code."""

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from embargo.vocabulary.law import Fact
from embargo.vocabulary.words import Mark, Result

CONDUCTS = (
    "supply",
    "procure",
    "carry",
    "ship-to-ship",
    "bunker",
    "insure",
    "register",
    "classify",
    "charter",
    "provide-crew",
    "procure-crew",
    "train",
    "teach",
    "host-trainers",
    "cooperate-science",
    "assist",
    "finance",
    "trade-finance",
    "open-branch",
    "joint-venture",
    "authorise-work",
    "employ",
    "repatriate",
    "admit",
    "freeze",
    "seize",
    "inspect",
    "report",
    "deploy-forces",
    "switch-off-ais",
    "sign",
    "use",
    "other",
)

EXEMPTION_KINDS = (
    "any",
    "committee-approval",
    "committee-notification",
    "livelihood",
    "humanitarian",
    "humanitarian-2664",
    "prior-contract",
    "rajin-transit",
    "civil-aircraft",
    "own-national",
    "refugee",
    "public-utility",
    "conditions-of-paragraph",
)

# What a paragraph does. Only "binds" can be breached; everything else indicates, reads, exempts or sets up a body.
Power = Literal["binds", "calls", "reads", "carves out", "exempts", "body"]
Direction = Literal["from", "to", "both", "in", "any"]
Role = Literal["target", "giver", "taker", "actor", "flag", "nationality", "place"]
Trigger = Literal["none", "reasonable grounds", "state determination", "committee designation"]


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One counting window of a cap: its first and last day; `yearly` windows begin anew on that day each year."""

    first: dt.date
    last: dt.date | None = None
    yearly: bool = False
    amounts: dict[str, str] = {}


class Cap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much is allowed. `amounts` of a window are by unit (barrel, tonne, USD), exact decimals in text.

    `choice` is "either" where the paragraph puts two measures side by side, "lower" where the lower one counts.
    """

    choice: Literal["one", "either", "lower"]
    windows: tuple[Window, ...]
    thresholds: tuple[int, ...] = ()
    reporting: str = ""


class Factor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Barrels a tonne as somebody reckons them, for which classes, and where the figure comes from."""

    name: str
    barrels_per_tonne: Decimal
    classes: tuple[str, ...]
    basis: str
    mark: Mark


class Leaving(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Classes that a paragraph leaves out, with the last day on which it did (null: still does).

    `doubt`: a fact that names only a wider class may mean one of these, so that nobody can tell.
    """

    classes: tuple[str, ...]
    last: dt.date | None = None
    why: str = ""
    doubt: bool = False


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object of a paragraph. A class covers all below it; `*` stands for any run of letters.

    `may` are classes of which only a list, a determination or a closer look can tell. `hs` are prefixes of the
    Harmonized System in `edition`; `hs_part` prefixes of which the paragraph means a part; `hs_closed` says that the
    codes, where a fact gives one, decide. `lists` are outside lists by symbol. `since` of `later` adds classes by a
    reading given on that day.
    """

    name: str
    words: str
    covers: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    leaves_out: tuple[Leaving, ...] = ()
    hs: tuple[str, ...] = ()
    hs_part: tuple[str, ...] = ()
    hs_closed: bool = False
    edition: str = ""
    lists: tuple[str, ...] = ()
    condition: Literal["new", "used"] | None = None
    later: tuple[str, ...] = ()
    later_since: dt.date | None = None
    unsaid: Literal["met", "unknown", "not met"] = "not met"


class Exemption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way out that a paragraph gives: its kind, who approves, on what conditions, on which days, for which things."""

    kind: str
    approver: str = ""
    conditions: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    classes: tuple[str, ...] = ()
    barred_by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Limb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule inside a paragraph: who must not do what with which thing in which direction.

    `argued`: the paragraph does not say this; some argue that it reaches it. `fulfils`: the conduct is what the paragraph
    asks for, so doing it is no breach. `requires` are circumstances; one that a fact does not mention is unknown, or with
    `silent` keeps the limb from touching the fact at all. `nexus` are links of which one must hold.
    """

    conduct: tuple[str, ...]
    direction: Direction
    binds: tuple[Role, ...]
    thing: str = ""
    nexus: tuple[Literal["flag of target", "owned by target", "vessel or aircraft", "person"], ...] = ()
    trigger: Trigger = "none"
    requires: tuple[str, ...] = ()
    silent: bool = False
    argued: bool = False
    fulfils: bool = False
    through_territory: bool = False
    due: dt.date | None = None
    stages: tuple[str, ...] = ("done",)
    words: str = ""


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a provision stands to another one, since when."""

    kind: Literal[
        "extends", "tightens", "supersedes", "interprets", "carves out", "revives", "limits", "exempts from"
    ]
    to: str
    since: dt.date | None = None
    note: str = ""


class Position(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a State says of a provision: applicable or not, and how it reads it."""

    state: str
    words: str
    since: dt.date | None = None
    mark: Mark = "R"


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact with the result that this provision must give for one party; `absent` says that it must not be named."""

    words: str
    fact: Fact
    party: str | None = None
    result: Result | Literal["absent"] = "absent"


class Provision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One paragraph (or a range that could not be split) of an instrument.

    `since` and `until` are the bounds as recorded; `last` is the last day in force, since a paragraph replaced on a day
    no longer binds on it. `mark` says how far number and content have been checked and goes wherever the row goes.
    """

    path: str
    instrument: str
    para: str
    citation: str
    power: Power
    force: str
    bound: str
    words: str
    mark: Mark
    since: dt.date | None
    until: dt.date | None = None
    last: dt.date | None = None
    effective: str = ""
    direction: str = ""
    verbs: str = ""
    nexus: tuple[str, ...] = ()
    source: str = ""
    language: str = "en"
    limbs: tuple[Limb, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    cap: Cap | None = None
    relations: tuple[Relation, ...] = ()
    positions: tuple[Position, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def binds(self) -> tuple[str, ...]:
        """Who is bound, part by part as recorded: ("DPRK", "all MS")."""
        return tuple(part.strip() for part in self.bound.split("+"))


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A resolution, regulation or act: its symbol, days, basis and language of the text used."""

    symbol: str
    title: str
    adopted: dt.date
    effective: str
    basis: str


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regime as data. `version` is a hash of all its files; `note` says what the marks mean and what is missing."""

    name: str
    title: str
    law_of: str
    target: str
    version: str
    note: str
    instruments: tuple[Instrument, ...]
    things: tuple[Thing, ...]
    factors: tuple[Factor, ...]
    provisions: tuple[Provision, ...]
    by_conduct: dict[str, tuple[int, ...]]
