"""What a document has said so far: whom "the panel", "they", "the ministry", "that aid" mean. One document, then forgotten."""

import datetime as dt
from collections.abc import Collection
from itertools import islice

import msgspec

from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark
from embargo.claims.vessels import Fleet
from embargo.vocabulary import Mention, When, state_of

# So many bodies back at most stands the one that "the agency" means: without an end, long texts of many names would take
# a time that grows with their square.
_BACK = 1_000
_BOTH = 2


class Listing(msgspec.Struct, frozen=True):
    """What the entries of a list of the designated take over: who added them, and when."""

    actor: tuple[Mention, ...]
    time: When | None


class Dated(msgspec.Struct, frozen=True):
    """When the deed told last happened, and where its paragraph begins."""

    when: When
    paragraph: int


class Turn(msgspec.Struct):
    """Whose turn it is in a transcript: the head of the line as a mark, and whether it is a questioner's."""

    mark: Mark
    asks: bool


class Stretch(msgspec.Struct, frozen=True):
    """The code points that a guest speaks, and who that is as a mark that stands in another sentence."""

    start: int
    end: int
    mark: Mark


class Memory:
    """The memory of one document, filled sentence by sentence."""

    def __init__(self) -> None:
        self.bodies: dict[str, None] = {}
        self.named: dict[str, str] = {}
        self.persons: dict[str, str] = {}
        self.offices: dict[str, str] = {}
        self.speaker: Mark | None = None
        # Of which State the firms are whose seats the text has named.
        self.seats: dict[str, str] = {}
        self.people: Mark | None = None
        # The State whose soldiers were last said to be sent, to fight, fall, be taken or taught.
        self.fighters = ""
        self.subject: Mark | None = None
        # Who puts names on a list, and when: what the entries after it take over.
        self.listing: Listing | None = None
        # The goods spoken of last, while they are near: "it has delivered about four million".
        self.goods: str | None = None
        self.goods_age = 0
        # The class of the oil spoken of last: "112,000 barrels" are barrels of that.
        self.oil: str | None = None
        self.aid: tuple[tuple[Mention, ...], tuple[Mention, ...]] | None = None
        # Giver and taker of the flow spoken of last, of any goods: "the other way" turns it round.
        self.flow: tuple[tuple[Mention, ...], tuple[Mention, ...]] | None = None
        # The two States last said to deal with each other: "the two governments".
        self.pair: tuple[str, str] | None = None
        self.report_of: str | None = None
        self.publisher: str | None = None
        # Who publishes the text, also where no State is known for it: "The Minister" in a ministry's own text.
        self.own: str | None = None
        # Whether the text names a State under sanctions: then its firms' dealings are our business.
        self.concerned = False
        # Whether the text is on something else altogether: then nothing in it is a claim.
        self.beside = False
        # What "North Koreans" are in this text where the sentence does not say: workers, soldiers, or "" for neither.
        self.people_are = ""
        # Whether the text names the North of Korea: "Koreans" are its people then.
        self.of_the_north = False
        # Whether the text gathers what many others wrote, each under its name ("Volga Trader (RU): …").
        self.digest = False
        # The words that the text writes with a capital inside its sentences.
        self.capitals: frozenset[str] = frozenset()
        # Whether the text is an erratum: what it says that it had said is withdrawn.
        self.correcting = False
        # The body and the person that "it said" and "he said" mean: who spoke last, or whom the last sentence opens with.
        self.body: Mark | None = None
        self.teller: Mark | None = None
        # From which State to which the text last said that goods were traded.
        self.trade: tuple[list[Mention], list[Mention]] = [], []
        # Whose customs service the text speaks of: the tables of trade are its.
        self.customs: Mark | None = None
        # Whose paper the last sentence gave: "they show" is said of it.
        self.paper: Mark | None = None
        # The customs services named so far, by their States, the one named last at the end.
        self.keepers: dict[str, Mark] = {}
        self.person: str | None = None
        self.vessel: str | None = None
        # The State under whose flag the ships spoken of last sail, where they have no names.
        self.flag = ""
        self.fleet = Fleet()
        # Whose turn it is in a transcript, and the day that a log's entries are of.
        self.turn: Turn | None = None
        # Who speaks in the text, where it is a transcript, and those of them who speak for the publisher.
        self.heads: frozenset[str] = frozenset()
        self.staff: set[str] = set()
        # What guests of the publisher speak, and who it is itself outside of that.
        self.guests: list[Stretch] = []
        self.house: tuple[str | None, str | None] = None, None
        self.day: When | None = None
        # When the deed told last happened: what is told on in the same paragraph happened then.
        self.dated: Dated | None = None
        # The place named last, that of the deed told last with where its paragraph begins, and the one that the paragraph opens with.
        self.place: Mention | None = None
        self.located: tuple[Mention, int] | None = None
        self.head_place: Mention | None = None
        self.head_line = -1
        # Of which period the figures are that the text speaks of.
        self.period: When | None = None
        # The date that the paragraph of the sentence opens with, and the headings of the text that are a year alone.
        self.entry: When | None = None
        self.years: tuple[tuple[int, int], ...] = ()
        # The time last given: what "two days later", "that month" are counted from.
        self.told: tuple[dt.date | None, dt.date | None] = (None, None)
        # Who the sentence that leads in a list leaves as subject of its items ("… found that the DPRK:").
        self.lead_subject: Mark | None = None

    def meet(self, mark: Mark, written: str = "") -> None:
        """Remember a party named in running text."""
        if "customs" in mark.value.casefold():
            self.customs = mark
            state = state_of(mark.value)
            self.keepers.pop(state or "", None)
            if state is not None:
                self.keepers[state] = mark
        if mark.form == "person":
            self.persons[mark.value[:2]] = mark.value
        elif mark.form in ("body", "firm"):
            self.bodies[mark.value] = None
            self.named.pop(mark.value, None)
            self.named[mark.value] = written.casefold()
        elif mark.form == "office" and ":" in mark.value:
            self.offices[mark.value.split(":", 1)[1]] = mark.value

    def means(self, pronoun: str) -> Mark | None:
        """Return who "it", "he" or "they" is that says something: no body is "he", and nobody's spokesman is "it"."""
        if pronoun == "it":
            return self.body
        return self.teller or self.speaker if pronoun in ("he", "she") else self.speaker

    def keeper(self, states: Collection[str]) -> Mark | None:
        """Return whose figures of trade between those States are told: the service of one of them, the last named of two."""
        known = [mark for state, mark in self.keepers.items() if state in states]
        # Where one end of the trade is left unsaid it is the State whose figures they are.
        open_end = list(self.keepers.values()) if len(states) < _BOTH else []
        return next(iter((*reversed(known), *reversed(open_end))), None)

    def called(self, noun: str) -> str | None:
        """Return the body last named whose name holds that noun: "the agency", "the institute"."""
        last = islice(reversed(self.named.items()), _BACK)
        return next((canonical for canonical, name in last if noun in name), None)

    def leader_of(self, state: str, lexicon: Lexicon) -> str:
        """Return who "the leader of" that State is: the person named in this document, else the one we know."""
        named = self.persons.get(state)
        known = lexicon.leaders.get(state)
        return named or known or f"{state}:leader"

    def office(self, value: str) -> str | None:
        """Return the office of that kind last named in the document with its State."""
        return self.offices.get(value)
