"""A case's own settings, `embargo.toml` in its folder: title, packs, audience. Everything has a default."""

import tomllib
from pathlib import Path

import msgspec

from embargo.casework.caveats import AUDIENCES
from embargo.casework.layout import SETTINGS
from embargo.casework.model import ClaimsSettings, check
from embargo.errors import InputError

TEMPLATE = """# Settings of this case. Every line may be left out; what stands here is the default.
title = {title}
packs = ["un_dprk"]            # law packs to assess against: names, or folders beside this file
audience = "participants"      # who the drafters are: "public" or "participants"

# A model may propose claims beside our reader (docs/model.md). No document leaves this machine unless `send` says so.
# [claims.model]
# base_url = "http://127.0.0.1:8080/v1"   # any endpoint of the OpenAI form
# name = "name-of-the-model"
# key_env = ""                            # the variable that holds its key
# send = "nothing"                        # or "public", or "participants"; what is withheld is never sent
"""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `embargo.toml` says."""

    title: str = ""
    packs: tuple[str, ...] = ("un_dprk",)
    audience: str = "participants"
    claims: ClaimsSettings = ClaimsSettings()


def write_settings(folder: Path, title: str) -> None:
    """Write `embargo.toml` with its defaults; leave a file that is already there."""
    path = folder / SETTINGS
    if not path.exists():
        quoted = msgspec.json.encode(title).decode()
        path.write_text(TEMPLATE.format(title=quoted), encoding="utf-8")


def read_settings(folder: Path) -> Settings:
    """Return the settings of the case. Raises InputError with file and reason where they cannot be used."""
    path = folder / SETTINGS
    if not path.exists():
        return Settings(title=folder.resolve().name)
    try:
        settings = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{path.name} of the case cannot be used: {error}",
            "TOML with title, packs, audience and [claims.model]",
            f"edit {path.name}, or delete it to have the defaults",
        ) from error
    if settings.audience not in AUDIENCES:
        raise InputError(
            f'{path.name} says audience = "{settings.audience}"',
            'audience = "public" or "participants"',
            f"edit {path.name}",
        )
    if settings.claims.model is not None:
        check(settings.claims.model, path.name)
    return settings
