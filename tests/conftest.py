"""What every test starts from: no network, and the same examples every time."""

import socket
from typing import NoReturn

import pytest
from hypothesis import settings

# The same examples on every run, and no deadline: two busy cores are no fault of a law.
settings.register_profile("embargo", derandomize=True, deadline=None)
settings.load_profile("embargo")


def _refuse(_socket: socket.socket, address: object) -> NoReturn:
    raise RuntimeError(f"a test tried to reach {address!r}; tests work from files of the project")


_CONNECT = socket.socket.connect


@pytest.fixture
def loopback(_no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test reach 127.0.0.1 and nothing else: what our client does with a real server's answers needs a real server."""

    def connect(own: socket.socket, address: tuple[str, int]) -> None:
        if address[0] != "127.0.0.1":
            _refuse(own, address)
        _CONNECT(own, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", _refuse)
