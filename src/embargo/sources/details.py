"""Details: what is known of a document, checked; a person's word beats a proposal."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from embargo.errors import BadDetails
from embargo.vocabulary import Detail
from embargo.vocabulary.words import CAVEATS

FIELDS = ("title", "publisher", "kind", "published", "language", "reliability", "caveat", "contributor")
SIDECAR = ".meta.toml"
_LINE = re.compile(r"line (\d+)")


def check_details(given: Mapping[str, object], where: str) -> dict[str, str]:
    """Return the details as strings, days as ISO. Raises BadDetails, naming the place, for one we cannot take."""
    found: dict[str, str] = {}
    for name, value in given.items():
        if name not in FIELDS:
            raise BadDetails(
                f'{where} states "{name}"', f"one of {', '.join(FIELDS)}", "correct it, then add again"
            )
        if value in ("", None):
            continue
        day = value.date() if isinstance(value, dt.datetime) else value
        if isinstance(day, bool) or not isinstance(day, str | int | dt.date):
            raise BadDetails(
                f"{where} states {name} = {value}", f'one value, as {name} = "..."', "correct it"
            )
        text = day.isoformat() if isinstance(day, dt.date) else str(day).strip()
        if text:
            found[name] = _checked(name, text, where)
    return found


def _checked(name: str, text: str, where: str) -> str:
    if any(ord(sign) < 32 for sign in text) or len(text) > 500:
        raise BadDetails(
            f"{where} states a {name} of {len(text)} signs with line breaks or control signs",
            "one short line",
        )
    if name == "published":
        try:
            return dt.date.fromisoformat(text[:10] if "T" in text else text).isoformat()
        except ValueError as error:
            raise BadDetails(
                f'{where} states published = "{text}"', "a day as 2025-05-29", "correct it"
            ) from error
    if name == "caveat" and text not in CAVEATS:
        raise BadDetails(f'{where} states caveat = "{text}"', " or ".join(CAVEATS), "correct it")
    if name == "reliability" and not re.fullmatch(r"[A-F]", text):
        raise BadDetails(f'{where} states reliability = "{text}"', "a letter from A to F", "correct it")
    if name == "language" and not re.fullmatch(r"[a-z]{2,3}", text):
        raise BadDetails(f'{where} states language = "{text}"', "an ISO 639 code as en, ko, ru", "correct it")
    return text


def read_sidecar(path: Path) -> dict[str, Detail]:
    """Return what a sidecar states. Raises BadDetails with file and line where it is no such file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        line = _LINE.search(str(error))
        place = f"{path.name}, line {line.group(1)}" if line else path.name
        raise BadDetails(
            f"{place} cannot be read: {error}", "TOML in UTF-8", f"correct {path.name}"
        ) from error
    return stated(data, path.name, f"sidecar {path.name}")


def stated(given: Mapping[str, object], where: str, told: str) -> dict[str, Detail]:
    """Return details as stated, each with where from."""
    return {name: Detail(value, "stated", told) for name, value in check_details(given, where).items()}
