"""Amounts as written: words and figures, scales, bounds, ranges, currencies; exact, with open and closed bounds."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from embargo.language.words import lowered, words
from embargo.vocabulary import Bound

_SMALL = dict(zip(words("small"), range(20), strict=True))
_TENS = dict(zip(words("tens"), range(20, 100, 10), strict=True))
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trln": 10**12, "b": 10**9,
}  # fmt: skip
_LOOSE = {
    "scores": 20,
    "dozen": 12,
    "dozens": 12,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
_FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three-quarters": Decimal("0.75")}

_WORD = "|".join(sorted([*_SMALL, *_TENS], key=len, reverse=True))
_CURRENCY = (
    r"us\$|a\$|c\$|hk\$|nz\$|s\$|\$|€|£|¥|₩|₽|₴|₹|us dollars?\b|usd\b|eur\b|gbp\b|jpy\b|krw\b|kpw\b|cny\b|rmb\b|rub\b|chf\b|"
    r"czk\b|mnt\b|thb\b|sgd\b|aud\b|cad\b|nok\b|sek\b|dkk\b|pln\b|aed\b|inr\b|myr\b|hkd\b|nzd\b|twd\b|vnd\b|mmk\b|kzt\b|kgs\b|"
    r"uzs\b|uah\b|byn\b|irr\b|ils\b|sar\b|qar\b|omr\b|yer\b|lyd\b|egp\b|ngn\b|zar\b|kes\b|xof\b|xaf\b|mxn\b|brl\b|idr\b|php\b"
)
_ISO = {
    "us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₽": "RUB", "a$": "AUD", "c$": "CAD",
    "hk$": "HKD", "nz$": "NZD", "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP",
    "pounds": "GBP", "won": "KRW", "yen": "JPY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
    "yuan": "CNY", "s$": "SGD", "zlotys": "PLN", "zloty": "PLN", "kroner": "NOK", "kronor": "SEK", "dirhams": "AED", "rials": "IRR", "lira": "TRY", "rupees": "INR", "us dollars": "USD", "us dollar": "USD",
    "eth": "ETH", "ether": "ETH", "btc": "BTC", "bitcoin": "BTC", "bitcoins": "BTC", "cfa francs": "XOF",
    "₴": "UAH", "₹": "INR", "rmb": "CNY", "renminbi": "CNY", "swiss francs": "CHF", "pounds sterling": "GBP", "hryvnia": "UAH",
    "hryvnias": "UAH", "ringgit": "MYR", "baht": "THB", "tugrik": "MNT", "tugriks": "MNT", "tenge": "KZT", "som": "KGS",
    "riyals": "SAR", "koruna": "CZK", "rupiah": "IDR", "shekels": "ILS", "dong": "VND", "kyat": "MMK", "naira": "NGN",
    **{
        f"{land} dollars": code
        for land, code in (
            ("united states", "USD"), ("american", "USD"), ("u.s.", "USD"), ("australian", "AUD"), ("canadian", "CAD"), ("singapore", "SGD"), ("hong kong", "HKD"),
            ("new zealand", "NZD"), ("taiwan", "TWD"), ("namibian", "NAD"),
        )
    },
    "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK", "czech crowns": "CZK", "czech koruna": "CZK",
}  # fmt: skip
# What stands before a number and opens, closes or loosens it. The longest is tried first.
BOUNDS: dict[str, Bound] = {
    "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "not fewer than": "at_least", "a minimum of": "at_least", "minimum of": "at_least",     "more than": "more_than", "over": "more_than", "above": "more_than", "in excess of": "more_than",
    "exceeding": "more_than", "greater than": "more_than", "well over": "more_than", "just over": "more_than",
    "upward of": "more_than", "upwards of": "more_than", "north of": "more_than", "well above": "more_than", "just above": "more_than",
    "a little over": "more_than", "slightly over": "more_than", "slightly more than": "more_than", "a little more than": "more_than",
    "well in excess of": "more_than", "far more than": "more_than", "at most": "at_most", "up to": "at_most", "as many as": "at_most",
    "as much as": "at_most", "no more than": "at_most", "not exceeding": "at_most", "not above": "at_most", "not more than": "at_most", "a maximum of": "at_most",
    "less than": "less_than", "fewer than": "less_than", "under": "less_than", "below": "less_than",
    "nearly": "less_than", "almost": "less_than", "close to": "less_than", "just under": "less_than", "just short of": "less_than", "a little under": "less_than", "well under": "less_than",
    "close on": "less_than", "little short of": "less_than", "not quite": "less_than", "approaching": "less_than", "just below": "less_than",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "an estimated": "about", "estimated": "about", "approx.": "about", "approx": "about", "circa": "about",
    "more or less": "about", "in the region of": "about", "in the order of": "about", "on the order of": "about", "something like": "about",
    "in the neighbourhood of": "about", "an average of": "about", "an approximate": "about", "exactly": "exact",
}  # fmt: skip
# Units written right behind a figure: "27,400t".
_WEIGHTS = {"t": "tonne", "kt": "tonne", "kg": "kg", "bbl": "barrel", "bl": "barrel"}
_BEFORE = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(BOUNDS, key=len, reverse=True))
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[  ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_SCALE = r"hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|trln"
_CORE = (
    rf"(?:(?P<cur>{_CURRENCY})\s?)?"
    rf"(?:(?P<frac>three-quarters|half|a\s+quarter|quarter)\s+(?:of\s+)?an?\s+(?P<fscale>{_SCALE})"
    rf"|(?P<loose>tens\s+of\s+thousands|hundreds\s+of\s+thousands|(?:several|many|a\s+few|some)\s+(?:dozen|hundred|thousand|million)s?|dozens|scores(?=\s+of\b)|hundreds|thousands|millions|billions)"
    rf"|(?P<dozen>an?|one|two|three|four|five|six|seven|eight|nine|ten|half\s+a|\d{{1,2}})\s+(?:dozen\b|(?P<score>score)(?=\s+of\b))"
    rf"|(?P<share>(?<!first )(?<!second )(?<!latter )(?<!other )(?<!better )(?:half|three-quarters|(?<=a )quarter))(?=\s+(?:of\s+)?(?:the|all|its|their|these|those)\s(?!year|month|week|day|century|decade|night|way|time|world))"
    rf"|(?P<fig>{_FIGURE})(?P<stuck>k|m|bn|bln|mn|mln|b|tn)?(?P<weight>kt|t|kg|bbl|bl)?(?![\w])(?![.,]\d)(?P<scales>(?:[\s-]+(?:{_SCALE}))*)"
    rf"|(?P<mixed>(?:{_WORD}|\d{{1,3}}))\s+and\s+(?:a\s+|one\s+)?(?P<mixfrac>half|quarter)\s+(?P<mixscale>{_SCALE})"
    rf"|(?P<ascale>an?\s+(?:{_SCALE}))(?![\w-])"
    rf"|(?P<word>(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}|{_SCALE}))*)(?!\w|-(?!odd\b)[a-z])(?:\s+\((?P<again>\d[\d,]*)\))?"
    rf"(?:\s+(?:to|or)\s+(?P<word2>(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}|{_SCALE}))*)(?![\w-]))?)"
    rf"(?:\s*(?P<pct>%|per\s?cent\b|percent\b))?"
    rf"(?:\s+(?P<curword>(?:us|u\.s\.|united\s+states|american|australian|canadian|singapore|hong\s+kong|new\s+zealand|taiwan|namibian)\s+dollars|us\s+dollar|dollars?|swiss\s+francs|pounds\s+sterling|norwegian\s+kroner|danish\s+kroner|swedish\s+kronor|czech\s+(?:crowns|koruna)|renminbi|hryvnias?|ringgit|baht|tugriks?|tenge|som|riyals|koruna|rupiah|shekels|dong|kyat|naira|euros?|pounds?|won|yen|rou?bles?|yuan|zlotys?|kroner|kronor|dirhams|rials|lira|rupees|eth|ether|btc|bitcoins?|cfa\s+francs)\b(?!\s+(?:bank\s+)?accounts?\b))?"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,’'/-])(?:(?P<bound>{_BEFORE})\s+)?(?:the\s+)?{_CORE}(?P<plus>\+)?(?P<odd>[-\s]odd\b)?"
    rf"(?:\s?(?:[-–—]|to|and|or)\s?(?:(?P<cur2>{_CURRENCY})\s?)?(?P<fig2>{_FIGURE})(?P<stuck2>k|m|bn|bln|mn|mln)?(?P<scales2>(?:[\s-]+(?:{_SCALE}))*)(?![\w,]*\d)(?:\s*(?P<pct2>%|per\s?cent\b|percent\b))?)?"
    rf"(?P<after>\s+or\s+more\b|\s+at\s+(?:the\s+)?least\b|\s+at\s+(?:the\s+)?most\b|\s+or\s+(?:so|thereabouts)\b)?",
)
# In every amount stands a figure or one of these, no further than so many signs behind its beginning: to look for them is
# far cheaper than to try the grammar at each word.
_SIGN = re.compile(rf"\b(?:\d|{_WORD}|{_SCALE}|dozen|scores?\s+of|half|quarter|three-quarters)")
_BEFORE_SIGN = 80
_TENS_LOOSE = {"tens of thousands": 10**4, "hundreds of thousands": 10**5}


class Amount(msgspec.Struct, frozen=True, gc=False):
    """An amount as written: span, ends (null where open), bound, currency or percent as unit, and its plain figure."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str
    figure: str
    figure_end: int


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Yield the amounts of text[start:end] in order, years and ordinals among them (the reader sorts those out)."""
    base = max(0, start - _BEHIND)
    low = lowered(text[base:end])
    sign = _SIGN.search(low, start - base)
    if sign is None:
        return
    for match in _AMOUNT.finditer(low, max(start - base, sign.start() - _BEFORE_SIGN)):
        found = _amount(match, base)
        if found is not None:
            yield found


# How far before its own beginning an amount is read ("between").
_BEHIND = 16


def _amount(match: re.Match[str], base: int) -> Amount | None:
    value, loose = _value(match)
    if value is None:
        return None
    bound: Bound = BOUNDS.get(" ".join((match["bound"] or "").split()), "exact")
    if (match["after"] or "").strip() in ("or more", "at least", "at the least") or match["plus"]:
        bound = "at_least"
    elif (match["after"] or "").strip() in ("at most", "at the most"):
        bound = "at_most"
    elif match["after"] and bound == "exact":
        bound = "about"  # "400 or so"
    if match["odd"] and bound == "exact":
        bound = "about"
    if loose and bound in ("exact", "about"):
        bound = "at_least"
    end = match.end()
    second = None
    if match["fig2"]:
        joined = match.group()[: match.start("fig2") - match.start()]
        second = _scaled(match["fig2"], match["stuck2"], match["scales2"])
        is_range = bool(re.search(r"[-–—]\s?(?:\S{0,3})$|\bto\s?(?:\S{0,3})$", joined)) or (
            "between" in match.string[max(0, match.start() - 12) : match.start()]
        )
        if not is_range or second is None:
            end, second = match.end("pct") if match["pct"] else _end_of_first(match), None
        elif (
            not (match["scales"] or match["stuck"]) and (match["scales2"] or match["stuck2"]) and value < 1000
        ):
            # "4 to 6 million" counts both in millions.
            value *= _scale(match["stuck2"], match["scales2"])
    elif match["word2"]:
        second = _words(match["word2"])
        if (
            second is not None
            and second > value
            and value < 100 <= second
            and match["word2"].split()[-1] in _SCALES
        ):
            # "two to three thousand" counts both in thousands.
            value *= _SCALES[match["word2"].split()[-1]]
    unit = _unit(match, ranged=second is not None)
    low, high, bound = _ends(value, second, bound)
    figure_end = match.end("fig") if match["fig"] else end
    if second is None and end > match.end():
        end = match.end()
    return Amount(
        base + match.start(), base + end, low, high, bound, unit, match["fig"] or "", base + figure_end
    )


# Groups of the grammar that may close an amount.
_PARTS = (
    "curword", "pct", "dozen", "score", "share", "scales", "stuck", "weight", "fig", "again", "word", "loose", "fscale", "mixscale", "ascale",
)  # fmt: skip


def _end_of_first(match: re.Match[str]) -> int:
    last = max(match.end(name) for name in _PARTS)
    return last + 1 if match["again"] and match.string[last : last + 1] == ")" else last


def _ends(
    value: Decimal, second: Decimal | None, bound: Bound
) -> tuple[Decimal | None, Decimal | None, Bound]:
    if second is not None and second > value:
        return value, second, "range"
    if bound in ("at_least", "more_than"):
        return value, None, bound
    if bound in ("at_most", "less_than"):
        return None, value, bound
    return value, value, bound


def _unit(match: re.Match[str], *, ranged: bool) -> str:
    if match["pct"] or match["share"] or (ranged and match["pct2"]):
        return "percent"
    if match["weight"]:
        return _WEIGHTS[match["weight"]]
    written = " ".join((match["cur"] or match["cur2"] or match["curword"] or "").split())
    return _ISO.get(written) or written.upper()[:3]


def _value(match: re.Match[str]) -> tuple[Decimal | None, bool]:
    if match["fig"]:
        value = _scaled(match["fig"], match["stuck"], match["scales"])
        return (value * 1000 if value is not None and match["weight"] == "kt" else value), False
    if match["mixed"]:
        whole = _words(match["mixed"]) if match["mixed"].isalpha() else Decimal(match["mixed"])
        mixed = (whole or Decimal(0)) + _FRACTIONS[match["mixfrac"]]
        return _whole(mixed * _SCALES[match["mixscale"]]), False
    if match["ascale"]:
        return Decimal(_SCALES[match["ascale"].split()[-1]]), False
    if match["frac"]:
        fraction = _FRACTIONS["quarter" if match["frac"].endswith(" quarter") else match["frac"]]
        return _whole(fraction * _SCALES[match["fscale"]]), False
    if match["dozen"]:
        return _dozens(match["dozen"], 20 if match["score"] else 12), False
    if match["share"]:
        return _whole(100 * _FRACTIONS[match["share"]]), False  # "half of the shells" are 50 per cent of them
    if match["loose"]:
        words = " ".join(match["loose"].split())
        if words in _TENS_LOOSE:
            return Decimal(_TENS_LOOSE[words]), True
        last = words.split()[-1]
        return Decimal(_LOOSE.get(last) or _LOOSE.get(last + "s") or _SCALES.get(last.rstrip("s"), 1)), True
    return _words(match["word"]), False


def _dozens(many: str, size: int) -> Decimal:
    if many.startswith("half"):
        return Decimal(size) / 2
    return size * Decimal(many if many.isdigit() else _SMALL.get(many, 1))


def _scaled(figure: str, stuck: str | None, scales: str | None) -> Decimal | None:
    digits = "".join(figure.replace(",", "").split())
    # A figure of more digits than any count of things is a number of another kind (an account, a hash).
    if len(digits) > 18:
        return None
    value = Decimal(digits) * _scale(stuck, scales)
    return _whole(value)


def _whole(value: Decimal) -> Decimal:
    """Return the number without needless decimals."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _scale(stuck: str | None, scales: str | None) -> int:
    factor = _SCALES[stuck] if stuck else 1
    for word in (scales or "").replace("-", " ").split():
        factor *= _SCALES.get(word, 1)
    return factor


def _words(written: str) -> Decimal | None:
    total, part = 0, 0
    for word in written.replace("-", " ").split():
        if word in _SMALL:
            part += _SMALL[word]
        elif word in _TENS:
            part += _TENS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            total += (part or 1) * _SCALES[word]
            part = 0
    return Decimal(total + part)
