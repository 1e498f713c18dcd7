"""An endpoint that speaks the OpenAI form: one POST to `{base_url}/chat/completions`, bounded in time, size and tries."""

import http.client
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import msgspec

from embargo.casework.model import ModelSettings, Reply

# A question is asked this often at most; what stays unanswered is asked again by the next run.
TRIES = 3
# Bytes of an answer; what is longer is not read to its end.
LONGEST = 2_000_000
# Answers that may be another a moment later. All others are final, redirects too: no text follows to another host.
_PASSING = (429, 500, 502, 503, 504)
# Seconds to wait where the server names none; doubled from try to try.
_PAUSE = 1.0


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


class _Failed(Exception):
    """One try came to nothing: why, whether another may do better, after how many seconds, whether nobody was there."""

    def __init__(
        self, why: str, *, again: bool = False, after: float | None = None, gone: bool = False
    ) -> None:
        self.why, self.again, self.after, self.gone = why, again, after, gone
        super().__init__(why)


class Endpoint:
    """A model behind an address. Proxies of the environment are not used: what is sent goes to that host and to no other.

    The key comes from the environment at the moment of asking; it stands in no message, row or log.
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        environment: Mapping[str, str] = os.environ,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self.url = urlsplit(settings.base_url)
        self._environment = environment
        self._wait = wait

    def ask(self, messages: tuple[dict[str, str], ...]) -> Reply:
        """Return what the model says, or why it does not; waits and asks again where the server is only busy."""
        key = self._environment.get(self.settings.key_env, "") if self.settings.key_env else ""
        if self.settings.key_env and not (key.isascii() and key.isprintable() and key):
            return Reply(failure=f"no usable key in the variable {self.settings.key_env}", gone=True)
        body = msgspec.json.encode(
            {**self.settings.options, "model": self.settings.name, "messages": messages}
        )
        waited = 0.0
        for number in range(1, TRIES + 1):
            try:
                return Reply(said=_said(self._post(body, key)))
            except _Failed as error:
                pause = _PAUSE * 2 ** (number - 1) if error.after is None else error.after
                waited += pause
                if waited > self.settings.patience:
                    words = f"{error.why}; it would have us wait longer than {self.settings.patience:g} s"
                    return Reply(failure=words if error.again else error.why, gone=error.gone)
                if not error.again or number == TRIES:
                    return Reply(failure=error.why, gone=error.gone)
                self._wait(pause)
        raise AssertionError("unreachable")

    def _post(self, body: bytes, key: str) -> bytes:
        """Return the bytes of a good answer. Raises _Failed."""
        connection = self._connection()
        late = threading.Event()
        opened: list[socket.socket] = []

        def stop() -> None:
            late.set()
            for held in opened:
                # The socket's own shutdown, below TLS: whoever reads from it wakes up and finds the end.
                try:
                    socket.socket.shutdown(held, socket.SHUT_RDWR)
                except OSError:
                    pass  # it was closed in the meantime

        # A time-out of the socket alone would let a server that sends a byte a minute hold us for ever.
        timer = threading.Timer(self.settings.timeout, stop)
        timer.daemon = True
        timer.start()
        try:
            connection.connect()
            # Kept here: the connection forgets its socket as soon as it knows that no second question will follow.
            opened.append(connection.sock)
            connection.request("POST", f"{self.url.path.rstrip('/')}/chat/completions", body, _headers(key))
            with connection.getresponse() as response:
                data = _read(response)
            failed = None
        except TimeoutError:
            failed = _Failed("timed out", gone=True)
        except (OSError, http.client.HTTPException, ValueError) as error:
            failed = _Failed(_why(error), again=True, gone=True)
        except _Failed as error:
            failed = error
        finally:
            timer.cancel()
            connection.close()
        if late.is_set():
            # Whatever else was seen, it was seen because we hung up.
            failed = _Failed("timed out", gone=True)
        if failed is not None:
            raise failed
        return data

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self.url.hostname or "", self.url.port
        if self.url.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, port, timeout=self.settings.timeout, context=context)
        return http.client.HTTPConnection(host, port, timeout=self.settings.timeout)


def _headers(key: str) -> dict[str, str]:
    # `identity`: a packed answer could unfold to any size.
    held = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    return {**held, "Authorization": f"Bearer {key}"} if key else held


def _read(response: http.client.HTTPResponse) -> bytes:
    if 300 <= response.status < 400:
        raise _Failed("redirected to another address, which is not followed")
    if response.status != 200:
        again = response.status in _PASSING
        after = _asked_to_wait(response) if again else None
        named = " (too many requests)" if response.status == 429 else ""
        # What the server says beside its status is not repeated: it may hold anything, the key too.
        refused = " (the key, or its want)" if response.status in (401, 403) else ""
        raise _Failed(
            f"status {response.status}{named}{refused}",
            again=again,
            after=after,
            gone=again or bool(refused),
        )
    parts: list[bytes] = []
    size = 0
    while part := response.read1(65536):
        parts.append(part)
        size += len(part)
        if size > LONGEST:
            raise _Failed(f"answer longer than {LONGEST} bytes")
    declared = response.getheader("Content-Length", "")
    if declared.isdecimal() and size < int(declared):
        raise _Failed("answer cut off on the way", again=True)
    return b"".join(parts)


def _asked_to_wait(response: http.client.HTTPResponse) -> float | None:
    """Return the seconds that Retry-After asks for: given as such, or as a moment, measured from the answer's own Date."""
    asked = response.getheader("Retry-After", "").strip()
    if asked.isascii() and asked.isdecimal() and len(asked) < 10:
        return float(asked)
    try:
        then = parsedate_to_datetime(asked)
        now = parsedate_to_datetime(response.getheader("Date", ""))
        return max(0.0, (then - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _said(data: bytes) -> str:
    """Return the content of a completion. Raises _Failed for anything else."""
    try:
        choices = msgspec.json.decode(data, type=_Completion).choices
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise _Failed("answer is no completion of the OpenAI form") from None
    if not choices or choices[0].message.content is None:
        raise _Failed("answer holds no text")
    return choices[0].message.content


def _why(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "nobody answers at the address"
    if isinstance(error, ssl.SSLError):
        return "no safe connection (TLS)"
    if isinstance(error, http.client.IncompleteRead):
        return "answer cut off on the way"
    if isinstance(error, socket.gaierror):
        return "the host is not known"
    return "the connection broke"
