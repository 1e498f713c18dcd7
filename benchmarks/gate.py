"""What comes through the gate: a model that says exactly what the gold of the corpus says, and models that lie.

Run with `python benchmarks/gate.py` from the project's folder. Takes each claim of tests/corpus/dev as a proposal: its
quote and the words of its slots inside it. Prints how many pass and why others do not, how many values and parties of
those that pass are the gold's, how reader and ideal model stand side by side; then how many lies of each kind pass.
"""

import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from embargo.claims import as_schema, extract, load_lexicon
from embargo.claims.compare import compare
from embargo.claims.gate import Gated, gate
from embargo.claims.proposals import parse
from embargo.sources import capture
from embargo.vocabulary import Captured, Detail, Reading

CORPUS = Path("tests/corpus/dev")
Words = dict[str, Any]


def inside(thing: Words | None) -> str:
    """The words of a slot where they stand in the quote."""
    return "" if thing is None or thing.get("outside_quote") else thing.get("text") or ""


def proposal(claim: Words) -> Words:
    parties = {
        side: [w for m in claim[side] if (w := inside(m))] for side in ("supplier", "recipient", "actor")
    }
    items = [{"text": inside(item), "amount": inside(item.get("quantity"))} for item in claim["items"]]
    return {
        "quote": claim["quote"]["text"],
        "event": claim["event"],
        "modality": claim["modality"],
        "polarity": claim["polarity"],
        **parties,
        "items": [item for item in items if item["text"] or item["amount"]],
        "time": inside(claim["time"]),
        "places": [{"text": w, "role": m["role"]} for m in claim["places"] if (w := inside(m))],
        "vessels": [w for m in claim["vessels"] if (w := inside(m))],
        "speakers": [s["text"] for s in claim["attribution"] if s["text"] and s["mode"] != "publisher"],
    }


def through(captured: Captured, proposals: list[Words]) -> Gated:
    answer = parse(json.dumps({"proposals": proposals}))
    whole = (0, len(captured.text.text), answer)
    return gate(captured.document, captured.text, load_lexicon(), [whole])


def right(gold: Words, found: Words, counts: Counter[str]) -> None:
    """Count the values and parties of a claim that passed beside the gold's."""
    for item in gold["items"]:
        wanted = item["quantity"]
        if not inside(wanted):
            continue
        near = [
            i["quantity"] for i in found["items"] if i["quantity"] and i["quantity"]["start"] < wanted["end"]
        ]
        ends = ("low", "high", "bound")
        same = any(all(one[end] == wanted[end] for end in ends) for one in near)
        counts["amounts right" if same else "amounts wrong"] += 1
    for side in ("supplier", "recipient", "actor"):
        wanted = {m["canonical"].split(":")[0] for m in gold[side] if inside(m)}
        here = {m["canonical"].split(":")[0] for m in found[side]}
        if wanted or here:
            counts["parties right" if wanted == here else "parties wrong"] += 1


def letter(words: Words) -> Words | None:
    quote = words["quote"]
    at = next((k for k, sign in enumerate(quote) if k > 3 and sign.islower()), None)
    return None if at is None else {**words, "quote": quote[:at] + "ж" + quote[at + 1 :]}


def number(words: Words) -> Words | None:
    if not any(item["amount"] for item in words["items"]):
        return None
    return {**words, "items": [{**item, "amount": item["amount"] and "777"} for item in words["items"]]}


def day(words: Words) -> Words | None:
    return {**words, "time": "on 31 December 1999"} if words["time"] else None


def party(words: Words) -> Words | None:
    sides = [side for side in ("supplier", "recipient", "actor") if words[side]]
    return {**words, sides[0]: ["Atlantis"]} if sides else None


def swapped(words: Words) -> Words | None:
    if not (words["supplier"] and words["recipient"]):
        return None
    return {**words, "supplier": words["recipient"], "recipient": words["supplier"]}


LIES: dict[str, Callable[[Words], Words | None]] = {
    "a letter of the quote changed": letter,
    "an amount invented": number,
    "a day invented": day,
    "a party invented": party,
    "supplier and recipient swapped": swapped,
}


def main() -> None:
    counts: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    told: Counter[str] = Counter()
    believed: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    seconds = 0.0
    for folder in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        stated = {
            k: Detail(v, "stated", "gold") for k in ("publisher", "published") if (v := gold["doc"].get(k))
        }
        captured = capture((folder / "text.txt").read_bytes(), "text.txt", stated)
        honest = [proposal(claim) for claim in gold["claims"]]
        begun = time.perf_counter()
        gated = through(captured, honest)
        seconds += time.perf_counter() - begun
        counts["proposed"] += len(honest)
        counts["passed"] += len(gated.claims)
        refused.update(refusal.reason for refusal in gated.refusals)
        by_place = {(claim["quote"]["start"], claim["event"]): claim for claim in gold["claims"]}
        for found in as_schema(captured.document, Reading("", gated.claims, ()))["claims"]:
            wanted = by_place.get((found["quote"]["start"], found["event"]))
            if wanted is not None:
                right(wanted, found, counts)
        rules = extract(captured.document, captured.text).claims
        sides.update(pair.side for pair in compare(rules, gated.claims))
        for name, lie in LIES.items():
            lies = [changed for words in honest if (changed := lie(words)) is not None]
            lied = through(captured, lies)
            told[name] += len(lies)
            believed[name] += len(lied.claims)
            mine = {pair.proposal: pair.side for pair in compare(rules, lied.claims)}
            seen[name] += sum(mine[claim.id] == "agreed" for claim in lied.claims)
    print(f"ideal model: {dict(counts)}, {seconds:.1f} s")
    print(f"refused: {dict(refused.most_common())}")
    print(f"side by side: {dict(sides.most_common())}")
    for name in LIES:
        print(
            f"{name}: {told[name]} told, {believed[name]} passed, {seen[name]} of them agree with the reader"
        )


if __name__ == "__main__":
    main()
