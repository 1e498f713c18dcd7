"""The model as proposer, seen from the case: its settings, what may be sent to it, and the port that asks it."""

import ipaddress
from typing import Literal, Protocol
from urllib.parse import urlsplit

import msgspec

from embargo.casework.caveats import may_see
from embargo.errors import InputError
from embargo.vocabulary import Document

Send = Literal["nothing", "public", "participants"]
Option = bool | int | float | str | list[str] | dict[str, str]

# Fields of the request that are ours to fill.
_OURS = ("model", "messages", "stream")


def _coldest() -> dict[str, Option]:
    # The same words to the same question, as far as a model can.
    return {"temperature": 0}


class ModelSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `[claims.model]` says. `send` is "nothing" unless the case says otherwise: no document leaves the machine.

    `timeout` is in seconds and holds for a whole answer; `patience` is how many seconds a busy
    server may have one question wait, all tries together; `options` go into the request as they are.
    """

    base_url: str
    name: str
    key_env: str = ""
    timeout: float = 120.0
    patience: float = 60.0
    send: Send = "nothing"
    options: dict[str, Option] = msgspec.field(default_factory=_coldest)


class ClaimsSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `[claims]` says."""

    model: ModelSettings | None = None


class Reply(msgspec.Struct, frozen=True):
    """What came of one question: what the model said, or in our words why it said nothing.

    `gone` is true where the endpoint itself failed, so that asking on is of no use for long.
    """

    said: str | None = None
    failure: str = ""
    gone: bool = False


class Model(Protocol):
    """A model that can be asked. `ask` never raises for anything that an endpoint does."""

    def ask(self, messages: tuple[dict[str, str], ...]) -> Reply:
        """Return what the model says to the messages, or why it does not."""
        ...


def may_send(send: Send, document: Document) -> bool:
    """Return whether the document may leave for the model: its caveat must allow what the case allows; withheld never goes."""
    return send != "nothing" and may_see(send, document)


def check(settings: ModelSettings, where: str) -> None:
    """Return where the settings can be used. Raises InputError with what is wrong and the line to mend."""

    def bad(seen: str, expected: str) -> InputError:
        return InputError(f"{where} says in [claims.model] {seen}", expected, f"edit {where}")

    if not settings.name.strip():
        raise bad("no name", 'name = "…", as the endpoint calls the model')
    if not (0 < settings.timeout <= 3600 and 0 <= settings.patience <= 3600):
        raise bad("a timeout or patience that is no wait", "seconds, up to 3600")
    if any(name in _OURS for name in settings.options):
        raise bad(f"options with {' or '.join(_OURS)}", "other fields of the request")
    try:
        url = urlsplit(settings.base_url)
        host, _ = url.hostname or "", url.port
    except ValueError:
        raise bad(f'base_url = "{settings.base_url}"', "an address such as https://host/v1") from None
    if url.username or url.password:
        # Never repeated here: it holds a secret.
        raise bad("a base_url with a name or password in it", "the key in a variable named by key_env")
    if url.scheme not in ("http", "https") or not host or url.query or url.fragment:
        raise bad(f'base_url = "{settings.base_url}"', "an address such as https://host/v1")
    if url.scheme == "http" and not _near(host):
        raise bad(
            f'base_url = "{settings.base_url}"',
            "https, since texts and key would travel in the clear; http only to localhost or a private address in figures",
        )


def _near(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_loopback or (address.is_private and not address.is_unspecified)
