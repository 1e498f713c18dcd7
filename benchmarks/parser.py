"""Would a parser read roles better? Who gives, acts and receives by a dependency parse, beside ours, on the gold of the corpus.

Run with `python benchmarks/parser.py [--spacy PYTHON --pipeline NAME] [--link PYTHON]` from the project's folder. PYTHON is the
command of an interpreter that has spaCy and the English pipeline NAME, or the bindings of Link Grammar (on Debian python3, with
python3-link-grammar and link-grammar-dictionaries-en); neither is needed here. A parse knows no deeds: it gets the words that
our lexicon has for the family of the event, and what their frames say of subject, object, "by", "to" and "from".

roles     each party that the gold of tests/corpus/dev has inside an English quote. right: the gold's words are in that role
          (ours: they, or the same State); wrong: somebody else is, or they are in the other role; none: nobody is; missed:
          ours has not read the claim, or a parse's quote has no word that says such a deed. "first" takes the first such
          word of the quote, "best" the one that gets most right, which no program could know
evidence  what a parse could do for claims that ours has read, told nothing of the gold: name a party that our lists know where
          ours names nobody (fills), or another than ours does (objects)
"""

import argparse
import json
import os
import resource
import shlex
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from embargo.claims import Lexicon, as_schema, extract, load_lexicon, parties_in
from embargo.claims.alignment import align
from embargo.claims.lexicon import Frame
from embargo.claims.likeness import family, overlap, parties, party
from embargo.claims.plain import PlainClaim, PlainMention, claims_of
from embargo.language import tokens
from embargo.sources import capture
from embargo.vocabulary import Captured, Detail

CORPUS = Path("tests/corpus/dev")
ROLES = ("agent", "recipient")
OUTCOMES = ("right", "wrong", "none", "missed")
PRONOUNS = frozenset(
    (
        "he",
        "her",
        "him",
        "his",
        "it",
        "its",
        "she",
        "their",
        "them",
        "they",
        "us",
        "we",
        "who",
        "which",
        "each",
    )
)

# What runs in a rival's own Python: a list of sentences comes in, words and arcs of each go out.
SPACY = """
import json, resource, sys, time, spacy
nlp = spacy.load(sys.argv[1], exclude=["ner", "lemmatizer", "senter"])
said, found, took = json.load(sys.stdin), [], []
for sentence in said:
    begun = time.perf_counter()
    doc = nlp(sentence)
    took.append(time.perf_counter() - begun)
    roots = [word for word in doc if word.dep_ == "ROOT" and not word.is_space]
    words = [[word.idx, word.idx + len(word), word.lower_, word.tag_] for word in doc]
    arcs = [[word.head.i, word.dep_, word.i] for word in doc if word.head.i != word.i]
    found.append({"whole": len(roots) == 1, "words": words, "arcs": arcs})
begun = time.perf_counter()
list(nlp.pipe(said))
batch = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
json.dump({"parses": found, "took": took, "batch": batch, "peak": peak}, sys.stdout)
"""
LINK = """
import json, os, resource, sys, time
answer = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # the library talks on standard output
from linkgrammar import Dictionary, ParseOptions, Sentence, clinkgrammar as raw
english = Dictionary("en")
strict = ParseOptions(verbosity=0, linkage_limit=100, max_parse_time=5, min_null_count=0, max_null_count=0)
loose = ParseOptions(verbosity=0, linkage_limit=100, max_parse_time=5, min_null_count=1, max_null_count=250)
said, found, took = json.load(sys.stdin), [], []
for sentence in said:
    begun = time.perf_counter()
    whole = next(iter(Sentence(sentence, english, strict).parse()), None)
    linkage = whole or next(iter(Sentence(sentence, english, loose).parse()), None)
    took.append(time.perf_counter() - begun)
    words, arcs = [], []
    for k, word in enumerate(linkage.words() if linkage else ()):
        start, end = linkage.word_char_start(k), linkage.word_char_end(k)
        words.append([start, end, sentence[start:end].lower(), word.rpartition(".")[2]])
    for k in range(linkage.num_of_links() if linkage else 0):
        label, one = raw.linkage_get_link_label(linkage._obj, k), linkage._obj
        arcs.append([raw.linkage_get_link_lword(one, k), label, raw.linkage_get_link_rword(one, k)])
    found.append({"whole": bool(whole), "words": words, "arcs": arcs})
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
json.dump({"parses": found, "took": took, "peak": peak}, answer)
"""

Word = tuple[int, int, str, str]
Arc = tuple[int, str, int]
# Who hangs on a verb or noun: (relation, word). A preposition is a relation.
Hung = dict[int, list[tuple[str, int]]]


class Case(NamedTuple):
    """A gold claim with its sentence, the sentence's start in the document, and the claim that ours has read for it."""

    captured: Captured
    start: int
    text: str
    gold: PlainClaim
    read: PlainClaim | None


class Asked(NamedTuple):
    """One party of the gold in one role, and whether our lists know its words."""

    case: int
    role: str
    mention: PlainMention
    known: str


class Parse(NamedTuple):
    words: list[Word]
    hung: Hung
    whole: bool


def main() -> int:
    options = argparse.ArgumentParser(description="roles by a parser, beside ours")
    options.add_argument("--spacy", metavar="PYTHON", help="command of a Python that has spaCy")
    options.add_argument("--pipeline", metavar="NAME", default="en_core_web_sm", help="the English pipeline")
    options.add_argument("--link", metavar="PYTHON", help="command of a Python that has Link Grammar")
    given = options.parse_args()
    if not CORPUS.is_dir():
        print(f"{CORPUS} is not here: run this from the project's folder", file=sys.stderr)
        return 2
    lexicon = load_lexicon()
    cases = list(_cases(lexicon))
    asked = list(_asked(cases, lexicon))
    ours = [of_ours(question, cases[question.case]) for question in asked]
    print(f"{len(asked)} parties in {len({question.case for question in asked})} claims\n")
    print(f"{'':<20}{'role':<10}{'asked':>7}" + "".join(f"{outcome:>8}" for outcome in OUTCOMES))
    _table("ours", asked, ours)
    rivals = (("spacy", given.spacy, SPACY, of_spacy), ("link", given.link, LINK, of_link))
    for name, command, program, reduce in rivals:
        if not command:
            print(f"\n{name} is left out (--{name} PYTHON adds it)")
            continue
        answer = run(command, program, given.pipeline, [case.text for case in cases])
        if isinstance(answer, str):
            print(f"{name} did not run: {answer}", file=sys.stderr)
            return 2
        parses = [Parse(p["words"], reduce(p["words"], p["arcs"]), p["whole"]) for p in answer["parses"]]
        _told(name, answer, parses)
        tried = [
            of_parse(question, cases[question.case], parses[question.case], lexicon) for question in asked
        ]
        for how, theirs in (
            ("first", [outcomes[0] if outcomes else "missed" for outcomes in tried]),
            ("best", _best(asked, tried)),
        ):
            _table(f"{name} {how}", asked, theirs)
            _crossed(f"{name} {how}", asked, ours, theirs)
        _evidence(name, cases, parses, lexicon)
    return 0


# --- What is asked, and ours ---------------------------------------------------------------------------------------------


def _cases(lexicon: Lexicon) -> Iterator[Case]:
    seconds, sentences, documents = 0.0, 0, 0
    for folder in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        structure = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        stated = {
            k: Detail(v, "stated", "gold")
            for k in ("publisher", "published")
            if (v := structure["doc"].get(k))
        }
        captured = capture((folder / "text.txt").read_bytes(), "text.txt", stated)
        begun = time.perf_counter()
        reading = extract(captured.document, captured.text, lexicon)
        seconds += time.perf_counter() - begun
        sentences += len(reading.sentences)
        documents += 1
        written = json.loads(json.dumps(as_schema(captured.document, reading), default=str))
        gold, ours = claims_of(structure, folder.name), claims_of(written, folder.name)
        answered = {pair.gold: ours[pair.read] for pair in align(gold, ours)}
        for place, claim in enumerate(gold):
            quote = claim.quote
            held = [s for s in reading.sentences if s.start <= quote.start and quote.end <= s.end]
            if held and any(sign.isascii() and sign.isalpha() for sign in quote.text):
                text = captured.text.text[held[0].start : held[0].end]
                yield Case(captured, held[0].start, text, claim, answered.get(place))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"ours: {documents} documents with {sentences} sentences in {seconds:.2f} s, {1000 * seconds / sentences:.1f} ms a "
        f"sentence, {documents / seconds:.0f} documents a second, peak {peak:.0f} MB"
    )


def _asked(cases: list[Case], lexicon: Lexicon) -> Iterator[Asked]:
    for place, case in enumerate(cases):
        quote = case.gold.quote
        for role in ROLES:
            for mention in _in_role(case.gold, role):
                start, end = mention.start, mention.end
                if start is None or end is None or mention.implicit:
                    continue
                if quote.start <= start and end <= quote.end:
                    yield Asked(place, role, mention, _known(mention.text or "", case, (start, end), lexicon))


def _in_role(claim: PlainClaim, role: str) -> Sequence[PlainMention]:
    return claim.agents if role == "agent" else claim.recipients


def _known(words: str, case: Case, span: tuple[int, int], lexicon: Lexicon) -> str:
    if words.casefold() in PRONOUNS:
        return "pronoun"
    return "known" if parties_in(case.captured.document, case.captured.text, span, lexicon) else "unknown"


def of_ours(question: Asked, case: Case) -> str:
    if case.read is None:
        return "missed"

    def among(mentions: Sequence[PlainMention]) -> bool:
        meant = party(question.mention.canonical)
        return any(overlap(question.mention, m) >= 0.5 or meant == party(m.canonical) for m in mentions)

    here = _in_role(case.read, question.role)
    there = _in_role(case.read, "recipient" if question.role == "agent" else "agent")
    if among(here):
        return "right"
    return "wrong" if here or among(there) else "none"


# --- A rival's parse -----------------------------------------------------------------------------------------------------


def run(command: str, program: str, argument: str, sentences: list[str]) -> dict[str, Any] | str:
    """Return what the rival answered, or in words why it did not. It gets one thread, as we have."""
    try:
        done = subprocess.run(
            [*shlex.split(command), "-c", program, argument],
            input=json.dumps([sentence.replace("\n", " ") for sentence in sentences]),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
    except OSError as error:
        return f"{command}: {error.strerror}"
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"{command} ended with {done.returncode}"])[-1]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


_OF_SPACY = {
    "nsubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "dative": "second",
} | dict.fromkeys(("poss", "compound", "amod", "nmod"), "part")


def of_spacy(words: list[Word], arcs: list[Arc]) -> Hung:
    """Reduce spaCy's labels: prepositions become relations; what is joined, related or left out is filled in."""
    above = {low: (high, label) for high, label, low in arcs}
    passive = {high for high, label, _ in arcs if label == "auxpass"}
    hung: Hung = defaultdict(list)
    for high, label, low in arcs:
        if label == "pobj" and above.get(high, (0, ""))[1] in ("prep", "agent", "dative"):
            hung[above[high][0]].append((words[high][2], low))
        elif label in _OF_SPACY:
            hung[high].append((_OF_SPACY[label], low))
    for high, label, low in arcs:
        names = {name for name, _ in hung[low]}
        pronouns = [k for k, (_, who) in enumerate(hung[low]) if words[who][3] in ("WDT", "WP")]
        if label == "relcl" and pronouns:
            hung[low][pronouns[0]] = (hung[low][pronouns[0]][0], high)
        elif label == "relcl" and "object" not in names:
            hung[low].append(("object", high))
        elif label == "acl" and not names & {"subject", "passive"}:
            hung[low].append(("passive" if words[low][3] == "VBN" else "subject", high))
    for high, label, low in sorted(arcs):
        if label in ("conj", "xcomp", "advcl") and not {name for name, _ in hung[low]} & {
            "subject",
            "passive",
        }:
            kind = "passive" if low in passive or (words[low][3] == "VBN" and label == "conj") else "subject"
            hung[low] += [(kind, who) for name, who in hung[high] if name in ("subject", "passive")]
    return _joined(hung, [(high, low) for high, label, low in arcs if label in ("conj", "appos")])


def _joined(hung: Hung, pairs: Iterable[tuple[int, int]]) -> Hung:
    """Hang what is joined to a word ("Russia and China") where the word hangs."""
    beside: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        beside[one].append(other)
    for edges in list(hung.values()):
        for name, who in edges:
            edges += [(name, other) for other in beside.get(who, ()) if (name, other) not in edges]
    return hung


def of_link(words: list[Word], arcs: list[Arc]) -> Hung:
    """Reduce links: subjects go down chains of auxiliaries and infinitives, prepositions become relations."""
    links: list[tuple[int, str, str, int]] = []
    for left, label, right in arcs:
        bare = label.lstrip("hd")
        links.append((left, "".join(sign for sign in bare if sign.isupper()), bare, right))
    hung: Hung = defaultdict(list)
    chain: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    objects: dict[int, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for left, kind, bare, right in links:
        if kind in ("PP", "P", "I", "TO", "VJ"):
            low, high = (left, right) if bare.startswith("VJl") else (right, left)
            chain[high].append((low, bare.startswith("Pv")))
        elif kind == "SJ":
            pairs.append((right, left) if bare.startswith("SJl") else (left, right))
        elif kind == "O":
            objects[left].append(right)
        elif kind in ("AN", "A", "G"):
            hung[right].append(("part", left))
        elif kind == "YS":
            hung[next((low for high, _, _, low in links if high == right), left)].append(("part", left))
        elif kind == "J":
            highs = [
                high for high, above, _, low in links if low == left and above in ("MV", "M", "MX", "CO", "P")
            ]
            for high in highs:
                hung[high].append((words[left][2], right))
    for verb, found in objects.items():
        names = ["object"] if len(found) == 1 else ["second", "object"]
        hung[verb] += zip(names, sorted(found), strict=False)
    _subjects(links, hung, chain)
    return _joined(hung, pairs)


def _subjects(
    links: list[tuple[int, str, str, int]], hung: Hung, chain: dict[int, list[tuple[int, bool]]]
) -> None:
    related = {right for _, kind, _, right in links if kind == "RS"}
    for left, kind, bare, right in links:
        verb, who = (left, right) if kind in ("SI", "SXI", "SFI") else (right, left)
        if kind == "B" and right not in related:
            hung[right].append(("object", left))
        elif kind in ("S", "SX", "SI", "SXI", "SFI", "B") or bare.startswith(("Mv", "Mg")):
            pending, seen = [(verb, bare.startswith("Mv"))], {verb}
            while pending:
                at, passive = pending.pop()
                hung[at].append(("passive" if passive else "subject", who))
                lower = [one for one in chain[at] if one[0] not in seen]
                seen.update(one for one, _ in lower)
                pending += lower


# --- Roles by the parse --------------------------------------------------------------------------------------------------

_TO = frozenset({"to", "into", "for", "toward", "towards"})
_AT = _TO | {"in", "on", "against", "with", "from", "at"}


def deeds(case: Case, claim: PlainClaim, lexicon: Lexicon) -> Iterator[tuple[int, int, Frame]]:
    """Yield the words of the claim's quote that a frame of its event's family knows, with one frame of each pattern."""
    run, wanted, quote = tokens(case.text), family(claim.event), claim.quote
    for at, token in enumerate(run):
        for size, entry in lexicon.match(run, at):
            start, end = token.start, run[at + size - 1].end
            if entry.kind not in ("verb", "noun", "phrase") or case.start + start < quote.start:
                continue
            frames: dict[tuple[str, str], Frame] = {}
            for frame in lexicon.frames_of(entry.kind, entry.value):
                if family(frame.event) == wanted or (frame.event == "by item" and wanted == "transfer"):
                    frames.setdefault((frame.pattern, frame.object), frame)
            if case.start + end <= quote.end:
                yield from ((start, end, frame) for frame in frames.values())


def roles(parse: Parse, start: int, end: int, frame: Frame) -> dict[str, list[int]]:
    """Return the words in each role. What hangs on the object behind "to", "from" or "by" is the verb's too."""
    edges: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(parse.words):
        if word[0] < end and start < word[1]:
            for name, who in parse.hung.get(at, ()):
                edges[name].append(who)
    things = [*edges["object"], *edges["passive"]]
    below = [pair for thing in things for pair in parse.hung.get(thing, ())]
    for name, who in below:
        if name in ("to", "from", "for", "by"):
            edges[name].append(who)
    towards = [who for name, found in edges.items() if name in _TO for who in found]
    doers = [*edges["subject"], *edges["by"], *edges["part"]]
    if frame.pattern == "get":
        return {"agent": edges["from"], "recipient": doers}
    if frame.pattern == "give":
        # "supplied it with shells", "was paid a bonus"
        supplied = things if edges["with"] else edges["passive"] if edges["object"] else []
        return {"agent": [*doers, *edges["from"]], "recipient": [*towards, *edges["second"], *supplied]}
    if frame.object == "recipient":
        return {"agent": doers, "recipient": [*things, *towards, *edges["second"]]}
    peoples = [who for name, who in below if name == "part"]
    of = edges["of"] if frame.object in ("none", "places") else []
    at_whom = [who for name, found in edges.items() if name in _AT for who in found]
    return {"agent": [*doers, *peoples, *of], "recipient": [*at_whom, *edges["second"]]}


def of_parse(question: Asked, case: Case, parse: Parse, lexicon: Lexicon) -> list[str]:
    """Return the outcome under each word of the quote that is known to say such a deed, in their order."""
    found = []
    for start, end, frame in deeds(case, case.gold, lexicon):
        cast = roles(parse, start, end, frame)
        here = cast[question.role]
        there = cast["recipient" if question.role == "agent" else "agent"]
        if _among(question.mention, case, parse, here):
            found.append("right")
        else:
            found.append("wrong" if here or _among(question.mention, case, parse, there) else "none")
    return found


def _among(mention: PlainMention, case: Case, parse: Parse, found: Iterable[int]) -> bool:
    """Return whether the mention holds one of these words, or one that stands before it in the same name."""
    assert mention.start is not None and mention.end is not None  # noqa: PT018 - only such are asked
    places = [parse.words[word] for one in found for word in _name(parse, one)]
    return any(
        mention.start < case.start + last and case.start + first < mention.end for first, last, *_ in places
    )


def _name(parse: Parse, word: int) -> set[int]:
    whole, pending = {word}, [word]
    while pending:
        parts = {who for name, who in parse.hung.get(pending.pop(), ()) if name == "part"} - whole
        whole |= parts
        pending += parts
    return whole


def _best(asked: list[Asked], tried: list[list[str]]) -> list[str]:
    together: dict[int, list[int]] = defaultdict(list)
    for k, question in enumerate(asked):
        together[question.case].append(k)
    chosen = ["missed"] * len(asked)
    for places in together.values():
        options = list(zip(*(tried[k] for k in places), strict=True))
        if options:
            best = max(options, key=lambda option: (option.count("right"), -option.count("wrong")))
            for k, outcome in zip(places, best, strict=True):
                chosen[k] = outcome
    return chosen


# --- Tables --------------------------------------------------------------------------------------------------------------


def _told(name: str, answer: dict[str, Any], parses: list[Parse]) -> None:
    took = sorted(answer["took"])
    batch = f", {1000 * answer['batch'] / len(took):.1f} ms in one batch" if "batch" in answer else ""
    print(
        f"\n{name}: {sum(parse.whole for parse in parses)} of {len(parses)} quotes stand in a sentence parsed whole; "
        f"{1000 * sum(took) / len(took):.1f} ms a sentence (median {1000 * took[len(took) // 2]:.1f}, "
        f"longest {1000 * took[-1]:.0f}){batch}, peak {answer['peak'] / 1024:.0f} MB"
    )


def _table(name: str, asked: list[Asked], outcomes: list[str]) -> None:
    for role in ROLES:
        counts = Counter(outcome for one, outcome in zip(asked, outcomes, strict=True) if one.role == role)
        print(
            f"{name:<20}{role:<10}{sum(counts.values()):>7}"
            + "".join(f"{counts[one]:>8}" for one in OUTCOMES)
        )


def _crossed(name: str, asked: list[Asked], ours: list[str], theirs: list[str]) -> None:
    rows = list(zip(asked, ours, theirs, strict=True))
    for title, read in (("read", True), ("missed", False)):
        some = [row for row in rows if (row[1] != "missed") == read]
        mended = Counter(one.known for one, mine, their in some if mine != "right" and their == "right")
        broken = Counter(their for _, mine, their in some if mine == "right" and their != "right")
        print(
            f"{name}, claims {title}: only the parse is right {mended.total()}, by whether our lists know the words "
            f"{dict(mended)}; only ours is right {broken.total()} {dict(broken)}"
        )


def _evidence(name: str, cases: list[Case], parses: list[Parse], lexicon: Lexicon) -> None:
    counts: Counter[str] = Counter()
    for case, parse in zip(cases, parses, strict=True):
        first = None if case.read is None else next(deeds(case, case.read, lexicon), None)
        if case.read is None or first is None:
            counts["claims that ours missed" if case.read is None else "claims without such a word"] += 1
            continue
        cast = roles(parse, *first)
        for role in ROLES:
            theirs = _parties(case, parse, cast[role], lexicon)
            mine = parties(_in_role(case.read, role))
            wanted = parties(_in_role(case.gold, role))
            kind = "act" if first[2].pattern == "act" else "give or get"
            if not theirs:
                counts["names nobody known"] += 1
            elif theirs & mine:
                counts["names whom ours does"] += 1
            elif not mine:
                counts[f"fills {'rightly' if theirs & wanted else 'wrongly'} ({kind})"] += 1
            else:
                judged = "wrongly" if mine & wanted else "rightly" if theirs & wanted else "both wrong"
                counts[f"objects {judged} ({kind})"] += 1
    print(f"{name} as evidence: {dict(counts.most_common())}")


def _parties(case: Case, parse: Parse, found: Iterable[int], lexicon: Lexicon) -> set[str]:
    states: set[str] = set()
    for one in found:
        name = [parse.words[word] for word in _name(parse, one)]
        span = case.start + min(word[0] for word in name), case.start + max(word[1] for word in name)
        states |= {
            party(m.canonical) for m in parties_in(case.captured.document, case.captured.text, span, lexicon)
        }
    return states


if __name__ == "__main__":
    sys.exit(main())
