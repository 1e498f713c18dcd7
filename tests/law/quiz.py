"""Facts as one line of words each, for tests: what is done, by whom, with what, when."""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec

from embargo.law import assess
from embargo.regimes import load_pack
from embargo.vocabulary import Fact

PACK = load_pack("un_dprk")


def fact(
    conduct: str,
    giver: str = "",
    taker: str = "",
    item: str = "",
    day: str = "2024-06-01",
    *,
    until: str = "",
    **more: Any,
) -> Fact:
    """A fact: "KP" to "RU", item class (with "HS 0307" where it has a code), on a day or from one day until another."""
    amount = more.pop("amount", None)
    exemptions = [{"kind": kind, "state": state} for kind, state in more.pop("exemptions", {}).items()]
    body: dict[str, Any] = {
        "id": "Q",
        "conduct": conduct,
        "giver": giver.split(),
        "taker": taker.split(),
        "actor": str(more.pop("actor", "")).split(),
        "item": {"class": item, "condition": more.pop("condition", None)} if item else None,
        "date": {"from": day or None, "to": until or day or None},
        "exemptions": exemptions,
        **more,
    }
    if amount is not None:
        low, high, unit, scope = amount
        body["quantity"] = {
            "low": low if low is None else Decimal(low),
            "high": high if high is None else Decimal(high),
            "bound": more.get("bound", "exact"),
            "unit": unit,
            "scope": scope,
        }
        if unit == "USD":
            body["quantity"]["value_usd"] = Decimal(low)
    return msgspec.convert(body, Fact)


def answers(one: Fact) -> dict[tuple[str, str | None], str]:
    """The result of each provision and bound party."""
    outcome = assess(one, PACK)
    return {(item.provision, item.party): item.result for item in outcome.assessments}


def result(one: Fact, provision: str, party: str | None) -> str:
    """The result of one provision for one party; "absent" where the pack says nothing of it."""
    return answers(one).get((provision, party), "absent")


def before(day: str) -> str:
    """The day before."""
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
