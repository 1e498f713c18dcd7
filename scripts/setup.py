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
from typing import Dict, List, Mapping

ROOT = Path(__file__).resolve().parent.parent

sys.path.insert(0, str(ROOT))  # started as a file, it would find its neighbour under another name
from scripts.pythons import Refusal, ask, choose  # noqa: E402

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
