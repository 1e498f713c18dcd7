"""Help that teaches: every command says what it is for, what to hand it, and costs next to nothing to ask."""

import shlex
import subprocess
import sys

import pytest

from embargo.cli import main
from embargo.cli.app import HELP, app

ROOMS = ("sources", "claims", "entities", "findings", "law", "reports")


def commands() -> list[tuple[str, ...]]:
    """Every command by its words."""
    alone: list[tuple[str, ...]] = [
        (str(command.callback.__name__),) for command in app.registered_commands if command.callback
    ]
    grouped: list[tuple[str, ...]] = [
        (str(group.name), str(command.name or getattr(command.callback, "__name__", "")))
        for group in app.registered_groups
        if group.typer_instance
        for command in group.typer_instance.registered_commands
    ]
    return alone + grouped


@pytest.mark.parametrize("words", [(), *((room,) for room in ROOMS), *commands()], ids=" ".join)
def test_each_command_says_what_it_is_for(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(" ".join(("Usage: embargo", *words)))


def test_the_first_page_keeps_each_example_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = [line.strip() for line in capsys.readouterr().out.splitlines()]
    for line in HELP.splitlines():
        if line.startswith("  embargo "):
            assert line.strip() in shown


@pytest.mark.parametrize("words", [(), *commands()], ids=" ".join)
def test_every_example_in_help_is_a_command_there_is(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    known = {" ".join(known) for known in commands()}
    assert main([*words, "--help"]) == 0
    for line in capsys.readouterr().out.splitlines():
        if line.startswith("    embargo "):
            said = shlex.split(line, comments=True)[1:]
            assert said[0] in known or " ".join(said[:2]) in known, line


def test_help_is_told_without_loading_any_room() -> None:
    code = (
        "import sys; from embargo.cli import main; main(['--help']); main(['claims', 'extract', '--help']);"
        "heavy = {'rich', 'pypdfium2', 'trafilatura', 'typst', 'jinja2', 'rapidfuzz', 'lxml', 'sqlite3'};"
        "found = heavy & set(sys.modules); print(found, file=sys.stderr); sys.exit(len(found))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
