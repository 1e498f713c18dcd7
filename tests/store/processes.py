"""Starting processes of our own that write to a record."""

import os
import signal
import subprocess
import sys
from pathlib import Path

WRITER = Path(__file__).with_name("writer.py")


def writer(folder: Path, seed: int) -> subprocess.Popen[str]:
    """Start a writer; its lines say what was acknowledged."""
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(folder), str(seed)], stdout=subprocess.PIPE, text=True
    )


def lines(process: subprocess.Popen[str], count: int) -> list[str]:
    """The next lines that the process says, as many as asked; fewer where it ended."""
    assert process.stdout is not None
    return [line for line in (process.stdout.readline() for _ in range(count)) if line]


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill the process at once (no handler runs); return the whole lines it still said."""
    assert process.stdout is not None
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    # A line that was cut off in the middle was said by nobody.
    return rest.splitlines()[: rest.count("\n")]


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own to its end."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False
    )
