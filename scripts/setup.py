"""Sets the project up and runs it: what stands behind every target of the Makefile.

    python3 scripts/setup.py demo            set up what a user needs, then run `embargo demo`
    python3 scripts/setup.py test            set up what a developer needs, then every check
    python3 scripts/setup.py setup [--dev]   set up and stop
    python3 scripts/setup.py bench           run the scripts of benchmarks/
    python3 scripts/setup.py lock [--upgrade]
    python3 scripts/setup.py clean           remove .venv and every cache

It needs the standard library alone, and runs on Python 3.6 too, so that it can tell an older Python's owner what to do.
Nothing is installed outside .venv. pip is the one of .venv and sees the environment as it is: PIP_INDEX_URL and every other
PIP_ variable, proxies, certificates.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Dict, List, Mapping, NamedTuple, Optional

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NAMES = ["python3.14", "python3.13", "python3.12", "python3.11", "python3", "python"]
LOCKS = {"user": "requirements.lock", "developer": "requirements-dev.lock"}
LOCK_HEAD = "# Made by `make lock` from pyproject.toml. Not to be edited.\n"
CACHES = [
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "build",
    "dist",
]


class Refusal(Exception):
    """Set-up cannot go on; the message says what was seen and what to do."""


class Interpreter(NamedTuple):
    """A Python that was found and asked: where it is, its version, and which parts it lacks for making a .venv."""

    path: str
    version: List[int]
    missing: List[str]


_QUESTION = (
    "import json, sys, importlib.util as u;"
    "print(json.dumps([sys.executable, list(sys.version_info[:3]),"
    "[m for m in ('venv', 'ensurepip') if u.find_spec(m) is None]]))"
)


def ask(name: str) -> Optional[Interpreter]:
    """The interpreter behind a name or path, or None where nothing of that name runs."""
    path = shutil.which(name)
    if path is None:
        return None
    answer = subprocess.run(
        [path, "-c", _QUESTION], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    if answer.returncode != 0:
        return None  # a shim that points at nothing, or a Python too old to understand the question
    executable, version, missing = json.loads(answer.stdout.decode())
    return Interpreter(executable or path, version, missing)


def fit(found: Interpreter) -> bool:
    """Whether this Python can hold the project: 3.11 or newer, and able to make a .venv."""
    return tuple(found.version[:2]) >= OLDEST and not found.missing


def explain(found: List[Interpreter]) -> str:
    """Why none of the Pythons found will do, and the package or setting that helps."""
    new_enough = [one for one in found if tuple(one.version[:2]) >= OLDEST]
    if new_enough:
        one = new_enough[0]
        number = ".".join(str(part) for part in one.version[:2])
        return (
            f"{one.path} is Python {number}, but it lacks {' and '.join(one.missing)}, without which it cannot make a .venv.\n"
            f"Debian and Ubuntu keep them in a package of their own: apt install python{number}-venv (or python3-venv).\n"
            "Elsewhere install the full Python of your system, or name another one: make demo PYTHON=/path/to/python3"
        )
    seen = (
        "; ".join(f"{one.path} is {'.'.join(str(part) for part in one.version)}" for one in found)
        or "none at all"
    )
    return (
        f"Python 3.11 or newer is needed; found: {seen}.\n"
        "Install one (Debian 12, Ubuntu 24.04 and newer: apt install python3 python3-venv; Ubuntu 22.04: apt install\n"
        "python3.11 python3.11-venv; Fedora: dnf install python3.11; macOS and Windows: python.org), or name one:\n"
        "make demo PYTHON=/path/to/python3"
    )


def choose(environment: Mapping[str, str]) -> Interpreter:
    """The Python to build .venv with: the one PYTHON names, else the first fit one on PATH, newest first."""
    wanted = environment.get("PYTHON", "")
    found = []  # type: List[Interpreter]
    for name in [wanted] if wanted else [*NAMES, sys.executable]:
        one = ask(name)
        if one is not None:
            if fit(one):
                return one
            found.append(one)
    if wanted and not found:
        raise Refusal(f"PYTHON={wanted} does not run as a Python 3. Give the path of one, 3.11 or newer.")
    raise Refusal(explain(found))


def digest(path: Path) -> str:
    """The SHA-256 of a file, as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def command(venv: Path, name: str) -> str:
    """The path of a command inside a virtual environment."""
    return str(venv / "Scripts" / (name + ".exe") if os.name == "nt" else venv / "bin" / name)


class Setup:
    """The .venv of one checkout, and a note in it of what was put there, so that a second set-up has nothing to do."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self.root = root
        self.environment = environment
        self.venv = root / ".venv"
        self.python = command(self.venv, "python")
        self.note = self.venv / "embargo-setup.json"

    def noted(self) -> Dict[str, str]:
        """What the note says; nothing where .venv is absent, was moved, or no longer runs."""
        try:
            note = json.loads(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(note, dict) or note.get("root") != str(self.root) or ask(self.python) is None:
            return {}
        return note

    def write(self, note: Dict[str, str]) -> None:
        """Put the note down whole: under another name first, so that a break leaves the old one."""
        fresh = self.note.with_suffix(".new")
        fresh.write_text(json.dumps(note, indent=1, sort_keys=True), encoding="utf-8")
        fresh.replace(self.note)

    def ready(self, who: str) -> None:
        """Bring .venv to what the lock says for a user or a developer; quick where it is there already."""
        note = self.noted()
        wanted = self.environment.get("PYTHON", "")
        if note and wanted:
            chosen = choose(self.environment)
            if note.get("python") != ".".join(str(part) for part in chosen.version):
                note = {}
        if not note:
            note = self._made()
        locks = {name: digest(self.root / file) for name, file in LOCKS.items()}
        # The developer's lock holds the user's whole: whoever has the one has the other.
        have = [name for name in LOCKS if note.get(name) == locks[name]]
        if "developer" not in have and who not in have:
            self._pip("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCKS[who])
            note.pop("project", None)
            note[who] = locks[who]
            self.write(note)
        project = digest(self.root / "pyproject.toml")
        if note.get("project") != project:
            self._pip("--no-deps", "--no-build-isolation", "--editable", ".")
            note["project"] = project
            self.write(note)

    def _made(self) -> Dict[str, str]:
        chosen = choose(self.environment)
        version = ".".join(str(part) for part in chosen.version)
        say(f"making .venv with Python {version} ({chosen.path})")
        made = subprocess.run([chosen.path, "-m", "venv", "--clear", str(self.venv)], check=False)
        if made.returncode != 0:
            raise Refusal(
                f"{chosen.path} could not make .venv (its own words are above). On Debian and Ubuntu:\n"
                f"apt install python{chosen.version[0]}.{chosen.version[1]}-venv; or name another: PYTHON=/path/to/python3"
            )
        note = {"root": str(self.root), "python": version}
        self.write(note)
        return note

    def _pip(self, *words: str) -> None:
        say("pip install " + " ".join(words))
        done = subprocess.run(
            [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *words],
            cwd=str(self.root),
            check=False,
        )
        if done.returncode != 0:
            raise Refusal(
                "pip could not install what the lock names (its own words are above). It used the package index of your\n"
                "environment: see PIP_INDEX_URL, the proxy and the certificate variables. Where a wheel is missing for this\n"
                "Python, name another one: PYTHON=/path/to/python3. Then run the same command again."
            )


def say(line: str) -> None:
    """Tell how far set-up is, on stderr: stdout belongs to what is run."""
    print(f"[setup] {line}", file=sys.stderr, flush=True)


def demo(setup: Setup) -> int:
    """Run the demo; its exit code."""
    setup.ready("user")
    return subprocess.run(
        [command(setup.venv, "embargo"), "demo"], cwd=str(setup.root), check=False
    ).returncode


def checks(setup: Setup) -> Dict[str, List[str]]:
    """Every check by name, with the command that runs it."""
    return {
        "format": [setup.python, "-m", "ruff", "format", "--check", "."],
        "lint": [setup.python, "-m", "ruff", "check", "."],
        "types": [setup.python, "-m", "mypy"],
        "imports": [command(setup.venv, "lint-imports"), "--no-logo"],
        "tests": [setup.python, "-m", "pytest", "-q"],
    }


def test(setup: Setup) -> int:
    """Run every check, also after one has failed; 0 if all passed, else 1."""
    setup.ready("developer")
    failed = []
    for name, words in checks(setup).items():
        say(f"check: {name}")
        if subprocess.run(words, cwd=str(setup.root), check=False).returncode != 0:
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "every check passed")
    return 1 if failed else 0


def bench(setup: Setup) -> int:
    """Run each script of benchmarks/ in order of name; the number of those that failed."""
    setup.ready("user")
    failed = 0
    for script in sorted((setup.root / "benchmarks").glob("[!_]*.py")):
        say(f"benchmark: {script.stem}")
        failed += (
            subprocess.run([setup.python, str(script)], cwd=str(setup.root), check=False).returncode != 0
        )
    return failed


def lock(setup: Setup, upgrade: bool) -> int:
    """Write both locks anew from pyproject.toml; pins that still fit are kept unless upgrade is asked for."""
    environment = dict(setup.environment)
    # The resolver has its own names for what pip's variables say.
    for ours, pips in (("UV_DEFAULT_INDEX", "PIP_INDEX_URL"), ("SSL_CERT_FILE", "PIP_CERT")):
        if pips in environment:
            environment.setdefault(ours, environment[pips])
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder, "tools")
        subprocess.run([choose(environment).path, "-m", "venv", str(tools)], check=True)
        subprocess.run(
            [command(tools, "python"), "-m", "pip", "install", "--quiet", "uv>=0.5,<1"], check=True
        )
        for who, groups in (("user", ["build"]), ("developer", ["build", "dev"])):
            words = [command(tools, "uv"), "pip", "compile", "pyproject.toml", "--output-file", LOCKS[who]]
            words += ["--universal", "--generate-hashes", "--no-emit-index-url", "--only-binary", ":all:"]
            words += ["--no-header", "--quiet", *(word for group in groups for word in ("--group", group))]
            words += ["--upgrade"] if upgrade else []
            words += ["--constraint", LOCKS["user"]] if who == "developer" else []
            subprocess.run(words, cwd=str(setup.root), env=environment, check=True)
            path = setup.root / LOCKS[who]
            path.write_text(LOCK_HEAD + path.read_text(encoding="utf-8"), encoding="utf-8")
            say(f"wrote {LOCKS[who]}")
    return 0


def clean(setup: Setup) -> int:
    """Remove .venv and the caches of the tools; nothing that anybody wrote."""
    for name in [".venv", *CACHES]:
        shutil.rmtree(str(setup.root / name), ignore_errors=True)
    return 0


def main(words: List[str]) -> int:
    """Run one target; 0 done, 1 a check or command failed, 2 the target is unknown, 3 set-up cannot go on."""
    setup = Setup(ROOT, os.environ)
    try:
        if words == ["demo"]:
            return demo(setup)
        if words == ["test"]:
            return test(setup)
        if words in (["setup"], ["setup", "--dev"]):
            setup.ready("developer" if "--dev" in words else "user")
            return 0
        if words == ["bench"]:
            return bench(setup)
        if words in (["lock"], ["lock", "--upgrade"]):
            return lock(setup, upgrade="--upgrade" in words)
        if words == ["clean"]:
            return clean(setup)
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
