"""Propose: what a model says beside the reader, asked once, kept, put through the gate and compared. Changes no claim."""

from collections.abc import Mapping, Sequence

import msgspec

from embargo import claims
from embargo.casework import ledger
from embargo.casework.add import Progress
from embargo.casework.codec import decode, encode, fingerprint
from embargo.casework.model import Model, ModelSettings, Reply, may_send
from embargo.claims.compare import Pair, compare, refused_by_reason
from embargo.claims.gate import Gated, gate
from embargo.claims.prompt import PROMPT_VERSION, messages, pieces
from embargo.claims.proposals import Answer, parse
from embargo.store import Derived, Record
from embargo.vocabulary import Decision, Document, Reading, Text

# Derived rows: what was said about a piece of text, and per document what came of it.
ANSWERS, PROPOSALS = "answers", "proposals"
# After so many questions in a row that found nobody there, the rest of the run asks no more.
PATIENCE = 3
NOT_ASKED = "not asked, since the endpoint had failed before"
# The mark of a row that holds no answer: the next run asks again.
UNANSWERED = "unanswered"


class Beside(msgspec.Struct, frozen=True):
    """What a model made of one document: gated claims beside the reader's, refusals, and pieces without an answer."""

    document: str
    gated: Gated = Gated()
    pairs: tuple[Pair, ...] = ()
    refused: dict[str, int] = {}
    failed: dict[str, int] = {}
    pieces: int = 0

    def count(self, side: str) -> int:
        """Return how many claims are on that side: agreed, differ, only rules, only model."""
        return sum(pair.side == side for pair in self.pairs)


class Proposed(msgspec.Struct, frozen=True):
    """What the step did: questions asked and answers held, what failed by reason, documents that were not to be sent."""

    asked: int = 0
    held: int = 0
    failed: dict[str, int] = {}
    kept_back: int = 0


class _Question(msgspec.Struct, frozen=True):
    """A piece of a document; its mark is a hash over model, options, prompt and the text that is sent."""

    mark: str
    start: int
    end: int


def propose(
    record: Record,
    settings: ModelSettings,
    model: Model,
    lexicon: claims.Lexicon,
    *,
    at: str,
    by: str,
    progress: Progress,
) -> Proposed:
    """Ask about every document that may be sent and was not answered for yet; put all answers beside the claims.

    Each answer is kept as it comes, so that a run that is stopped asks nothing twice.
    """
    drawn = sorted(ledger.drawn(record), key=lambda item: item[0].id)
    going = [(document, told) for document, told in drawn if may_send(settings.send, document)]
    answered = {key for key, mark in record.fingerprints(ANSWERS).items() if mark != UNANSWERED}
    asked = kept = silent = 0
    failed: list[str] = []
    for number, (document, told) in enumerate(going, 1):
        text = ledger.text_of(record, document)
        questions = _questions(settings, text)
        unsaid: dict[str, Derived] = {}
        for question in questions:
            if question.mark in answered:
                kept += 1
                continue
            progress("propose", number, len(going), document.name)
            reply = Reply(failure=NOT_ASKED)
            if silent < PATIENCE:
                reply = model.ask(messages(text.text[question.start : question.end]))
                asked += 1
                silent = silent + 1 if reply.gone else 0
            if reply.said is not None:
                record.keep(ANSWERS, [Derived(question.mark, question.mark, encode(reply))], at=at, by=by)
                answered.add(question.mark)
            else:
                failed.append(reply.failure)
                unsaid[question.mark] = Derived(question.mark, UNANSWERED, encode(reply))
        # The same failure again is no news.
        fresh = [row for key, row in unsaid.items() if row != record.derived_one(ANSWERS, key)]
        if fresh:
            record.keep(ANSWERS, fresh, at=at, by=by)
        _weigh(record, lexicon, document, told, text, questions, at=at, by=by)
    closed = sorted(set(record.fingerprints(PROPOSALS)) - {document.id for document, _ in going})
    if closed:
        # Their caveat has become narrower than what the case sends.
        record.keep(PROPOSALS, [], at=at, by=by, drop=closed)
    return Proposed(asked, kept, refused_by_reason(failed), len(drawn) - len(going))


def _questions(settings: ModelSettings, text: Text) -> list[_Question]:
    asking: list[str | bytes] = [settings.name, encode(settings.options), PROMPT_VERSION]
    return [
        _Question(
            fingerprint([*asking, text.text[start:end].encode("utf-8", "replace")]),
            start,
            end,
        )
        for start, end in pieces(text.text)
    ]


def _weigh(
    record: Record,
    lexicon: claims.Lexicon,
    document: Document,
    told: str,
    text: Text,
    questions: Sequence[_Question],
    *,
    at: str,
    by: str,
) -> None:
    """Keep what comes of the document's answers, where answers, reader or gate moved."""
    rows = [record.derived_one(ANSWERS, question.mark) for question in questions]
    read = record.derived_one(ledger.CLAIMS, document.id)
    if read is None:
        return  # added by another process since: the next run reads it
    # The version of the extractor is a hash over its whole room, the gate included.
    version = [claims.EXTRACTOR_VERSION, claims.lexicon_version(lexicon), told, read.fingerprint]
    mark = fingerprint([*version, *(row.body for row in rows if row is not None)])
    old = record.derived_one(PROPOSALS, document.id)
    if old is not None and old.fingerprint == mark:
        return
    answers: list[tuple[int, int, Answer]] = []
    failed: list[str] = []
    for question, row in zip(questions, rows, strict=True):
        reply = decode(row.body, Reply) if row is not None else Reply(failure=NOT_ASKED)
        if reply.said is None:
            failed.append(reply.failure)
        else:
            answers.append((question.start, question.end, parse(reply.said)))
    gated = gate(document, text, lexicon, answers)
    reading = decode(read.body, Reading)
    # Of a piece that was not answered a model has said nothing: silence is no opinion.
    rules = [claim for claim in reading.claims if _answered(claim.quote.start, answers)]
    beside = Beside(
        document.id,
        gated,
        compare(rules, gated.claims),
        refused_by_reason(refusal.reason for refusal in gated.refusals),
        refused_by_reason(failed),
        len(questions),
    )
    record.keep(PROPOSALS, [Derived(document.id, mark, encode(beside))], at=at, by=by)


def _answered(offset: int, answers: Sequence[tuple[int, int, Answer]]) -> bool:
    return any(start <= offset < end for start, end, _ in answers)


def put_away(record: Record, *, at: str, by: str) -> None:
    """Drop what stands beside the claims of a case that asks no model (any more); what was said stays kept."""
    held = record.fingerprints(PROPOSALS)
    if held:
        record.keep(PROPOSALS, [], at=at, by=by, drop=held)


def beside(record: Record) -> tuple[Beside, ...]:
    """Return what stands beside the claims of each document, in order of their ids."""
    return tuple(decode(row.body, Beside) for row in record.derived(PROPOSALS).values())


def agreements(found: Sequence[Beside]) -> frozenset[str]:
    """Return the claims that a model reads the same."""
    return frozenset(
        pair.claim
        for item in found
        for pair in item.pairs
        if pair.side == "agreed" and pair.claim is not None
    )


def disagreements(
    found: Sequence[Beside], decisions: Mapping[str, Decision]
) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return, per document, the claims that a model reads otherwise, each with its slots, where nobody has decided yet."""
    return {
        item.document: tuple(
            (pair.claim, pair.slots)
            for pair in item.pairs
            if pair.side == "differ" and pair.claim is not None and pair.claim not in decisions
        )
        for item in found
    }
