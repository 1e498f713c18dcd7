"""What every test starts from: no network, and the same examples every time."""

import socket
from collections.abc import Iterator
from typing import NoReturn

import pytest
from hypothesis import settings

# The same examples on every run, and no deadline: two busy cores are no fault of a law.
settings.register_profile("embargo", derandomize=True, deadline=None)
settings.load_profile("embargo")


def _refuse(*_: object) -> NoReturn:
    raise RuntimeError("a test tried to open a network connection; tests work from files of the project")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", _refuse)
    yield
