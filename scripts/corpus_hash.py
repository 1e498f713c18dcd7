"""Prints the SHA-256 of a folder of documents, so that anyone can see whether a byte of it has changed.

    .venv/bin/python scripts/corpus_hash.py tests/corpus/test

Over all regular files below the folder, in the order of their paths as UTF-8 bytes: the path relative to the folder with
"/" between its parts, one NUL, the length of the file in decimal digits, one NUL, the bytes of the file.
"""

import hashlib
import sys
from pathlib import Path


def folder_hash(folder: Path) -> str:
    """The hash of the folder in 64 hexadecimal digits; the folder's own name and place do not enter it."""
    found = {
        path.relative_to(folder).as_posix().encode(): path for path in folder.rglob("*") if path.is_file()
    }
    total = hashlib.sha256()
    for name in sorted(found):
        data = found[name].read_bytes()
        # The length keeps a path and a text apart: no two folders give the same run of bytes.
        total.update(name + b"\0" + str(len(data)).encode() + b"\0" + data)
    return total.hexdigest()


def main(arguments: list[str]) -> int:
    folders = [Path(argument) for argument in arguments]
    missing = [folder for folder in folders if not folder.is_dir()]
    if not folders or missing:
        what = f"no folder: {', '.join(map(str, missing))}" if missing else "no folder given"
        print(f"{what}\nusage: corpus_hash.py FOLDER [FOLDER ...]", file=sys.stderr)
        return 2
    for folder in folders:
        print(folder_hash(folder), folder.as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
