"""Whether a folder lies on a network share, where the shared memory of WAL does not hold between machines."""

import sys
from pathlib import Path

from embargo.errors import UsageError

MOUNTS = Path("/proc/self/mountinfo")
# Kinds of Linux file systems that other machines write too. 9p is left out: containers and WSL mount local disks as 9p.
NETWORKED = frozenset(
    (
        *(
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs4",
        ),
        *("orangefs", "smb2", "smb3", "smbfs", "fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone"),
        *("fuse.s3fs", "fuse.sshfs"),
    )
)
_DRIVE_REMOTE = 4


def refuse(folder: Path) -> None:
    """Check that a record may be written in the folder. Raises UsageError on a network share."""
    kind = share_of(folder)
    if kind:
        raise UsageError(
            f"{folder} lies on a network share ({kind}), where two writers can spoil a database",
            "a folder on a disk of this machine",
            "keep the case on a local disk and copy it to the share when nobody writes",
        )


def share_of(folder: Path) -> str:
    """Return the kind of network share the folder lies on; empty where it lies on none or that cannot be told.

    Told on Linux from the table of mounts and on Windows from the drive; macOS is not asked.
    """
    path = folder.resolve()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        remote = ctypes.windll.kernel32.GetDriveTypeW(str(path.anchor)) == _DRIVE_REMOTE
        return "network drive" if remote or str(path).startswith("\\\\") else ""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    kind = kind_of(path, mounts)
    return kind if kind in NETWORKED else ""


def kind_of(path: Path, mounts: str) -> str:
    """Return the kind of file system that a path lies on, from the text of Linux's mountinfo; the last mount wins."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if not dash or len(fields) < 5:
            continue
        point = Path(_unescaped(fields[4]))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), after.split(" ")[0]
    return found


def _unescaped(name: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(code, sign)
    return name
