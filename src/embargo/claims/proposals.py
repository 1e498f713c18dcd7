"""Proposals: all that a model may say of a document. Quotes and words of the text, names of lists; no numbers of its own."""

import re

import msgspec

# More than this no honest answer about one piece of text needs; what is longer is refused unread.
LONGEST_ANSWER = 200_000
MOST_PROPOSALS = 200
LONGEST_SLOT = 200
MOST_FILLERS = 12


class ProposedItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing as the text writes it, and the words of its amount; either may be empty, not both."""

    text: str = ""
    amount: str = ""


class ProposedPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place as the text writes it, and its role."""

    text: str
    role: str


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim as a model proposes it: a quote, names out of our lists, and words of the quote for its slots."""

    quote: str
    event: str
    modality: str = "asserted"
    polarity: str = "positive"
    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    items: tuple[ProposedItem, ...] = ()
    time: str = ""
    places: tuple[ProposedPlace, ...] = ()
    vessels: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """What an answer held: its proposals in the form asked for, and why others, or all of it, could not be used."""

    proposals: tuple[Proposal, ...] = ()
    refused: tuple[str, ...] = ()


class _Envelope(msgspec.Struct, forbid_unknown_fields=True):
    proposals: list[msgspec.Raw]


# A model may think aloud first, and may fence its JSON in; nothing else may stand around it.
_THOUGHTS = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(?P<body>.*)\n\s*```\s*", re.DOTALL)


def parse(said: str) -> Answer:
    """Return the proposals of an answer. Never raises: an answer of another form is refused with its reason."""
    if len(said) > LONGEST_ANSWER:
        return Answer((), (f"the answer is longer than {LONGEST_ANSWER} characters",))
    thoughts = _THOUGHTS.match(said)
    body = said[thoughts.end() :] if thoughts else said
    fence = _FENCE.fullmatch(body)
    try:
        envelope = msgspec.json.decode((fence["body"] if fence else body).encode(), type=_Envelope)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return Answer((), ("the answer is no JSON of the form asked for",))
    if len(envelope.proposals) > MOST_PROPOSALS:
        return Answer((), (f"the answer holds more than {MOST_PROPOSALS} proposals",))
    good: list[Proposal] = []
    bad: list[str] = []
    for raw in envelope.proposals:
        try:
            proposal = msgspec.json.decode(raw, type=Proposal)
        except (msgspec.DecodeError, RecursionError):
            bad.append("a proposal has fields or values that were not asked for")
            continue
        if _too_much(proposal):
            bad.append("a proposal has more or longer slots than any claim")
        else:
            good.append(proposal)
    return Answer(tuple(good), tuple(bad))


def _too_much(proposal: Proposal) -> bool:
    lists = (
        proposal.supplier,
        proposal.recipient,
        proposal.actor,
        proposal.vessels,
        proposal.speakers,
    )
    words = [word for some in lists for word in some]
    words += [word for item in proposal.items for word in (item.text, item.amount)]
    words += [word for place in proposal.places for word in (place.text, place.role)]
    words += [proposal.time, proposal.event, proposal.modality, proposal.polarity]
    sizes = [len(some) for some in (*lists, proposal.items, proposal.places)]
    return max(sizes) > MOST_FILLERS or any(len(word) > LONGEST_SLOT for word in words)
