"""The desk: where a named person decides about claims. Every decision is an event with who, when, why and its anchor."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from embargo import claims
from embargo.casework import ledger
from embargo.casework.anchors import anchor_of
from embargo.casework.likes import likeness
from embargo.casework.review import lexicon_of, review_of
from embargo.casework.slots import values_of
from embargo.casework.splits import parted, parts_of, splittable
from embargo.errors import UsageError
from embargo.store import Record
from embargo.vocabulary import Claim, Decision, Made, Part, Review, Text, Value
from embargo.vocabulary.decisions import VERDICTS, Edits

# Verdicts that say the machine was wrong, or undo another's word silently, want a reason.
WHY = ("reject", "edit", "split", "merge")


# A slot whose values become claims of their own, and the edits of each as typed.
Split = tuple[str, Sequence[Mapping[str, str]]]


class Settled(msgspec.Struct, frozen=True):
    """What one decision did: the events, the likes it could not settle with why, and what others decided meanwhile."""

    made: tuple[Made, ...]
    left: tuple[tuple[str, str], ...] = ()
    meanwhile: tuple[Made, ...] = ()


class Desk:
    """One person's desk over a case's record: the claims as read, what was decided, and the verbs to decide."""

    def __init__(self, record: Record, *, by: str, clock: Callable[[], str]) -> None:
        self.record = record
        self.by = by
        self.clock = clock
        read, _ = ledger.documents(record)
        self.readings = ledger.readings(record)
        self.documents = {document.id: document for document in read if document.id in self.readings}
        self._by_id = ledger.claims_by_id(self.readings)
        self._texts: dict[str, Text] = {}
        self._history: tuple[Made, ...] | None = None
        self._mine: set[int] = set()
        self._deciding = False
        self._review = Review()

    @cached_property
    def lexicon(self) -> claims.Lexicon:
        """The lexicon of the case, by which the words of edits are reckoned."""
        return lexicon_of(self.record)

    def text(self, document: str) -> Text:
        """Return the text of the document."""
        if document not in self._texts:
            self._texts[document] = ledger.text_of(self.record, self.documents[document])
        return self._texts[document]

    @property
    def review(self) -> Review:
        """Human readings beside the machine's, as the log has them now."""
        if self._deciding:
            return self._review
        history = ledger.history(self.record)
        if history != self._history:
            self._history = history
            self._review = review_of(
                self.record,
                self.documents.values(),
                self.readings.values(),
                lambda document: self.text(document.id),
                lambda: self.lexicon,
            )
        return self._review

    def claim(self, name: str) -> Claim:
        """Return the machine's claim with that id, or the human one where the machine reads none. Raises UsageError."""
        if name in self._by_id:
            return self._by_id[name]
        held = self.review.of(name)
        whole = self.review.holding(name)
        if held is None and whole is not None:
            raise UsageError(
                f"{name} is a part of {whole.claim}, which was split",
                "a claim as the machine read it",
                f"decide about {whole.claim}: its undo takes the split back",
            )
        if held is None:
            raise UsageError(f'"{name}" names no claim', "the id of a claim")
        before = held.decided.decision.reading
        if held.human:
            return held.human[0]
        if before is None:
            raise UsageError(f"{name} is read by nobody now", "the id of a claim")
        return before

    def values(self, name: str, slot: str, typed: str) -> tuple[Value, ...]:
        """Return the values that were typed for a slot of the claim. Raises UsageError where they cannot be taken."""
        claim = self.claim(name)
        document = self.documents[claim.document]
        return values_of(slot, typed, claim, document, self.text(claim.document), self.lexicon)

    def splittable(self, name: str) -> list[str]:
        """Return the slots of the claim that hold several values, as people left them."""
        return splittable(self.claim(name), self._edits(name))

    def parted(self, name: str, slot: str) -> list[str]:
        """Return in words the values of the slot, each of which a split makes a claim of."""
        return parted(self.claim(name), slot, self._edits(name))

    def decide(
        self,
        names: Sequence[str],
        verdict: str,
        why: str = "",
        *,
        edits: Mapping[str, str] | None = None,
        split: str = "",
        parts: Sequence[Mapping[str, str]] = (),
        into: str = "",
    ) -> Settled:
        """Record a verdict on the claims, which say the same, in one transaction: all of it or nothing.

        `edits` are slots as typed; `split` is the slot whose values become claims of their own, `parts` the edits of each in
        turn; `into` is the claim with which these are merged. Raises UsageError without a name, a reason where one is due, or for what cannot be done to the first
        claim; likes to which it cannot be done are left, and told.
        """
        self._check(verdict, why)
        made: list[Made] = []
        left: list[tuple[str, str]] = []
        known = {one.number for one in self._history} if self._history is not None else None
        with self.record.writing():
            # Anything that others decided since we looked is read first: the later decision wins, and says so.
            meanwhile = [
                one.decided
                for name in names
                if known is not None
                and (one := self.review.of(name)) is not None
                and one.decided.number not in known | self._mine
            ]
            # The likes are decided on as they stood before the first of them was.
            self._review, self._deciding = self.review, True
            try:
                for name in names:
                    try:
                        decision = self._decision(name, verdict, why, edits or {}, (split, parts), into)
                    except UsageError as error:
                        if name == names[0]:
                            raise
                        left.append((name, error.seen))
                        continue
                    made.append(self._append(decision))
            finally:
                self._deciding = False
        return Settled(tuple(made), tuple(left), tuple(meanwhile))

    def take_back(self, made: Iterable[Made]) -> tuple[Made, ...]:
        """Take those decisions back, in one transaction."""
        self._check("undo", "")
        with self.record.writing():
            return tuple(
                self._append(Decision(one.decision.about, "undo", "", self.by, takes_back=one.number))
                for one in made
            )

    def _append(self, decision: Decision) -> Made:
        event = self.record.append(
            ledger.DECISION, msgspec.to_builtins(decision), at=self.clock(), by=self.by
        )
        self._mine.add(event.number)
        return Made(event.number, event.at, decision)

    def _check(self, verdict: str, why: str) -> None:
        if not self.by.strip():
            raise UsageError(
                "a decision was made by nobody", "the person who decides", "say it with --as NAME"
            )
        if verdict not in VERDICTS:
            raise UsageError(f'"{verdict}" is no verdict', " or ".join(VERDICTS))
        if verdict in WHY and not why.strip():
            raise UsageError(f"to {verdict} a claim needs a reason", "a reason", "say it with --why TEXT")

    def _decision(
        self, name: str, verdict: str, why: str, edits: Mapping[str, str], split: Split, into: str
    ) -> Decision:
        if verdict == "undo":
            return self._undo(name, why)
        claim = self.claim(name)
        document, text = self.documents[claim.document], self.text(claim.document)
        before = self._edits(name)
        decision = Decision(
            name, verdict, why, self.by, anchor=anchor_of(document, text.text, claim), reading=claim
        )
        if verdict == "edit":
            if not edits:
                raise UsageError("an edit without a slot", "SLOT=VALUE, as in modality=alleged")
            given = self._given(name, edits)
            return msgspec.structs.replace(decision, edits={**before, **given})
        if verdict == "accept" and before:
            # Who accepts after an edit accepts what the edit says.
            return msgspec.structs.replace(decision, verdict="edit", edits=before)
        if verdict == "split":
            return msgspec.structs.replace(decision, parts=self._parts(claim, split, before))
        if verdict == "merge":
            whole = self._like_in(into, claim)
            anchor = anchor_of(document, text.text, whole)
            return msgspec.structs.replace(decision, into=whole.id, into_anchor=anchor)
        return decision

    def _edits(self, name: str) -> Edits:
        """Return the edits in force on the claim: another edit goes on top of them."""
        held = self.review.of(name)
        return held.decided.decision.edits if held is not None and held.state == "edited" else {}

    def _undo(self, name: str, why: str) -> Decision:
        held = self.review.of(name)
        numbers = [held.decided.number] if held is not None else []
        numbers += [one.made.number for one in self.review.lost if one.made.decision.about == name]
        if not numbers:
            raise UsageError(f"there is no decision on {name} to take back", "one that was made before")
        return Decision(name, "undo", why, self.by, takes_back=max(numbers))

    def _given(self, name: str, typed: Mapping[str, str]) -> Edits:
        return {slot: self.values(name, slot, words) for slot, words in typed.items()}

    def _parts(self, claim: Claim, split: Split, before: Edits) -> tuple[Part, ...]:
        slot, typed = split
        return parts_of(claim, slot, before, [self._given(claim.id, words) for words in typed])

    def _like_in(self, into: str, claim: Claim) -> Claim:
        """Return the claim meant by `into`, or the like of it in this claim's document."""
        whole = self.claim(into)
        if whole.document != claim.document:
            like = [
                other
                for other in self.readings[claim.document].claims
                if likeness(other) == likeness(whole) and other.id != claim.id
            ]
            if len(like) != 1:
                raise UsageError(
                    f"{claim.id} and {into} stand in two documents",
                    "two claims of one document; what two documents say is brought together by findings",
                )
            whole = like[0]
        if whole.id == claim.id:
            raise UsageError(
                f"{claim.id} cannot be merged into itself", "the id of another claim of its document"
            )
        return whole
