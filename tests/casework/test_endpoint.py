"""The client against a real server on the loopback: bounded in time, size and tries, and never off to another host."""

import pytest

from embargo.casework.endpoint import LONGEST, TRIES, Endpoint
from embargo.casework.model import ModelSettings, Reply, check
from embargo.errors import InputError
from tests.casework.endpoints import (
    Behaviour,
    Server,
    completion,
    cut_off,
    dripping,
    hanging_up,
    raw,
    saying,
    serving,
    silent,
    status,
)

pytestmark = pytest.mark.usefixtures("loopback")
KEY = "sk-fictional-0123456789"
ASKED = ({"role": "user", "content": "Anything?"},)


def ask(server: Server, waits: list[float] | None = None, **more: object) -> Reply:
    settings = ModelSettings(server.url, "small-model", timeout=5, **more)  # type: ignore[arg-type]
    pauses: list[float] = waits if waits is not None else []
    return Endpoint(settings, environment={"MODEL_KEY": KEY}, wait=pauses.append).ask(ASKED)


def test_a_good_answer_comes_back_and_the_request_has_the_form_asked_for() -> None:
    with serving(saying("hello")) as server:
        reply = ask(server, key_env="MODEL_KEY", options={"temperature": 0, "max_tokens": 100})
    assert reply == Reply(said="hello")
    assert server.received == [
        {"model": "small-model", "messages": list(ASKED), "temperature": 0, "max_tokens": 100}
    ]
    assert server.paths == ["/v1/chat/completions"]
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"


def test_without_a_key_named_none_is_sent() -> None:
    with serving(saying("hello")) as server:
        ask(server)
    assert "Authorization" not in server.headers[0]


@pytest.mark.parametrize("key", ["", "two\r\nlines", "schlüssel"])
def test_a_key_that_is_missing_or_broken_asks_nothing_and_is_not_repeated(key: str) -> None:
    with serving(saying("hello")) as server:
        settings = ModelSettings(server.url, "m", key_env="MODEL_KEY")
        reply = Endpoint(settings, environment={"MODEL_KEY": key}).ask(ASKED)
    assert server.received == []
    assert reply == Reply(failure="no usable key in the variable MODEL_KEY", gone=True)


@pytest.mark.parametrize("behaviour", [silent, dripping])
def test_a_server_that_does_not_come_to_an_end_is_left_once(behaviour: Behaviour) -> None:
    with serving(behaviour) as server:
        settings = ModelSettings(server.url, "m", timeout=0.2)
        reply = Endpoint(settings).ask(ASKED)
    assert reply == Reply(failure="timed out", gone=True)
    assert len(server.received) == 1


def test_too_many_requests_waits_as_long_as_the_server_asks() -> None:
    waits: list[float] = []
    with serving(status(429, Retry_After="7"), saying("hello")) as server:
        assert ask(server, waits).said == "hello"
    assert waits == [7.0]


def test_a_moment_to_come_back_at_is_measured_by_the_servers_own_clock() -> None:
    def busy(handler: object) -> None:
        handler.send_response_only(503)  # type: ignore[attr-defined]
        handler.send_header("Date", "Mon, 02 Jun 2025 10:00:00 GMT")  # type: ignore[attr-defined]
        handler.send_header("Retry-After", "Mon, 02 Jun 2025 10:00:09 GMT")  # type: ignore[attr-defined]
        handler.send_header("Content-Length", "0")  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]

    waits: list[float] = []
    with serving(busy, saying("hello")) as server:
        assert ask(server, waits).said == "hello"
    assert waits == [9.0]


def test_a_server_that_asks_for_an_hour_is_left_until_the_next_run() -> None:
    waits: list[float] = []
    with serving(status(429, Retry_After="3600")) as server:
        reply = ask(server, waits)
    assert (waits, len(server.received), reply.gone) == ([], 1, True)
    assert "too many requests" in reply.failure
    assert "longer than 60 s" in reply.failure


@pytest.mark.parametrize("header", ["soon", "-5", "9" * 400, "1e9", "Mon, 99 Foo 2025"])
def test_a_wait_that_cannot_be_read_is_our_own(header: str) -> None:
    waits: list[float] = []
    with serving(status(503, Retry_After=header), saying("hello")) as server:
        assert ask(server, waits).said == "hello"
    assert waits == [1.0]


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (status(500), "status 500"),
        (status(429), "status 429 (too many requests)"),
        (hanging_up, "the connection broke"),
        (cut_off, "answer cut off on the way"),
    ],
)
def test_what_may_pass_is_tried_again_and_then_told(behaviour: Behaviour, why: str) -> None:
    waits: list[float] = []
    with serving(behaviour) as server:
        reply = ask(server, waits)
    assert (reply.said, reply.failure, len(server.received)) == (None, why, TRIES)
    assert waits == [1.0, 2.0]


@pytest.mark.parametrize("behaviour", [status(500), hanging_up, cut_off])
def test_a_second_try_may_do_better(behaviour: Behaviour) -> None:
    with serving(behaviour, saying("hello")) as server:
        assert ask(server).said == "hello"
    assert len(server.received) == 2


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (status(400), "status 400"),
        (status(401), "status 401 (the key, or its want)"),
        (status(404), "status 404"),
        (raw(b"not json"), "answer is no completion of the OpenAI form"),
        (raw(b""), "answer is no completion of the OpenAI form"),
        (raw(b'{"choices": "none"}'), "answer is no completion of the OpenAI form"),
        (raw(b'{"more": ' + b"[" * 200_000), "answer is no completion of the OpenAI form"),
        (
            raw(b'{"more": ' + b"[" * 200_000 + b"]" * 200_000 + b', "choices": []}'),
            "answer is no completion of the OpenAI form",
        ),
        (raw(b'{"choices": []}'), "answer holds no text"),
        (saying(None), "answer holds no text"),
        (raw(b"\xff\xfe"), "answer is no completion of the OpenAI form"),
        (raw(b" " * (LONGEST + 70_000)), f"answer longer than {LONGEST} bytes"),
        (raw(completion("x")[:-5]), "answer is no completion of the OpenAI form"),
    ],
)
def test_what_is_final_is_told_at_once(behaviour: Behaviour, why: str) -> None:
    with serving(behaviour) as server:
        reply = ask(server)
    assert (reply.said, reply.failure, len(server.received)) == (None, why, 1)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_no_text_follows_a_redirect(code: int) -> None:
    with serving(saying("caught")) as other, serving(status(code, Location=other.url)) as server:
        reply = ask(server, key_env="MODEL_KEY")
    assert other.received == []
    assert reply.failure == "redirected to another address, which is not followed"


def test_nobody_at_the_address_is_told() -> None:
    with serving(saying("hello")) as server:
        pass
    assert ask(server) == Reply(failure="nobody answers at the address", gone=True)


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(saying("caught")) as proxy, serving(saying("hello")) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert ask(server).said == "hello"
    assert proxy.received == []


@pytest.mark.parametrize(
    "settings",
    [
        ModelSettings("http://models.example/v1", "m"),
        ModelSettings("http://8.8.8.8/v1", "m"),
        ModelSettings("ftp://127.0.0.1/v1", "m"),
        ModelSettings("https:///v1", "m"),
        ModelSettings("https://host:99999/v1", "m"),
        ModelSettings("https://host/v1?key=1", "m"),
        ModelSettings("127.0.0.1:8080", "m"),
        ModelSettings("", "m"),
        ModelSettings("https://host/v1", " "),
        ModelSettings("https://host/v1", "m", timeout=0),
        ModelSettings("https://host/v1", "m", timeout=float("nan")),
        ModelSettings("https://host/v1", "m", patience=-1),
        ModelSettings("https://host/v1", "m", options={"messages": "x"}),
    ],
)
def test_settings_that_would_betray_a_text_or_cannot_work_are_refused(settings: ModelSettings) -> None:
    with pytest.raises(InputError, match=r"\[claims\.model\]"):
        check(settings, "embargo.toml")


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(InputError) as caught:
        check(ModelSettings("https://me:secret-word@host/v1", "m"), "embargo.toml")
    assert "secret-word" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["https://models.example/v1", "http://127.0.0.1:80", "http://localhost/v1", "http://192.168.1.5:8080/v1"],
)
def test_settings_that_can_work_are_taken(url: str) -> None:
    check(ModelSettings(url, "m"), "embargo.toml")
