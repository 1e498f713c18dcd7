"""The locks: every pin hashed, no download host named, and the developer's lock the user's plus tools."""

import re
import tomllib
from collections.abc import Iterable

import pytest
from packaging.requirements import Requirement

from scripts.setup import LOCKS
from scripts.third_party import locked, page
from tests.shared import ROOT


def text_of(who: str) -> str:
    return (ROOT / LOCKS[who]).read_text(encoding="utf-8")


def names_in(requirements: Iterable[str]) -> set[str]:
    return {re.split(r"[<>=!~\[; ]", line, maxsplit=1)[0].lower().replace("_", "-") for line in requirements}


@pytest.mark.parametrize("who", list(LOCKS))
def test_every_pin_has_a_hash(who: str) -> None:
    pins = re.split(r"^(?=[A-Za-z0-9])", text_of(who), flags=re.MULTILINE)[1:]
    assert len(pins) > 20
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


@pytest.mark.parametrize("who", list(LOCKS))
def test_no_host_and_no_path_stands_in_a_lock(who: str) -> None:
    words = text_of(who)
    assert "//" not in words
    assert not re.search(r"--(index|extra|find|trusted)", words)


def test_the_developers_lock_holds_the_users_whole() -> None:
    user, developer = dict(locked(text_of("user"))), dict(locked(text_of("developer")))
    assert user.items() <= developer.items()


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    user = {name for name, _ in locked(text_of("user"))}
    developer = {name for name, _ in locked(text_of("developer"))}
    assert names_in(project["project"]["dependencies"]) <= user
    pins = dict(locked(text_of("developer")))
    for asked in map(Requirement, [*project["project"]["dependencies"], *groups["build"], *groups["dev"]]):
        pin = pins[asked.name.lower().replace("_", "-")]
        assert asked.specifier.contains(pin), f"{asked} is locked as {pin}: run make lock"
    assert names_in(project["build-system"]["requires"]) == names_in(groups["build"]) <= user
    assert names_in(groups["dev"]) <= developer
    assert not names_in(groups["dev"]) & user, "a user installs no developer's tool"


def test_the_third_party_page_is_what_the_lock_and_the_packages_say() -> None:
    assert (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8") == page(text_of("user"))


def test_every_package_states_a_licence_that_lets_embargo_be_apache() -> None:
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| \d\S* \| (.+?) \|", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE
    )
    assert [name for name, _ in rows] == sorted(name for name, _ in locked(text_of("user")))
    for name, licence in rows:
        assert licence != "not stated", name
        # Where the GPL is one of several to choose from, the page says which one is taken.
        assert "GPL" not in licence or "taken under" in licence, name
