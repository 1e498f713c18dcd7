"""Which decisions of the log are in force: all but those that were taken back."""

from collections.abc import Iterable

from embargo.vocabulary import Made


def in_force(history: Iterable[Made]) -> tuple[Made, ...]:
    """Return the decisions that were not taken back, oldest first.

    An undo takes back the decision whose number it names; the oldest ones name none and take back the last on the same id.
    """
    standing: dict[int, Made] = {}
    for made in sorted(history, key=lambda one: one.number):
        decision = made.decision
        if decision.verdict != "undo":
            standing[made.number] = made
            continue
        number = decision.takes_back
        if number is None:
            on_it = [one.number for one in standing.values() if one.decision.about == decision.about]
            number = on_it[-1] if on_it else None
        if number is not None:
            standing.pop(number, None)
    return tuple(standing.values())
