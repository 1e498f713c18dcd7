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


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", _refuse)
