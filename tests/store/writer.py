"""A process that writes to a record without end and says what was acknowledged: `writer.py FOLDER SEED`.

Each turn archives bytes, and in one transaction appends the event that names them, keeps a row of them, and at times does a whole
step of many rows. A line goes out only after the record has returned.
"""

import random
import sys
from itertools import count
from pathlib import Path

from embargo.store import Derived, Record

AT = "2025-05-29T10:00:00Z"
MANY = 250


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Record.open(folder) as record:
        say("open")
        for turn in count():
            data = chance.randbytes(chance.choice((10, 1_000, 100_000)))
            name = f"{seed}-{turn}"
            sha256 = record.put_blob(data)
            say("blob", sha256)
            body = name.encode() * chance.choice((1, 1_000))
            with record.writing():
                event = record.append("document.captured", {"sha256": sha256, "name": name}, at=AT, by="W")
                record.keep("text", [Derived(name, f"f-{name}", body)], at=AT, by="W")
            say("captured", event.number, name, sha256)
            if turn % 7 == 3:
                rows = [Derived(f"{number:03}", name, name.encode()) for number in range(MANY)]
                record.keep("many", rows, at=AT, by="W")
                say("many", name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
