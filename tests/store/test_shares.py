"""A record is not written on a network share, as far as that can be told."""

from pathlib import Path

import pytest

from embargo.errors import UsageError
from embargo.store import shares
from embargo.store.shares import NETWORKED, kind_of
from tests.store.cases import new

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:27 / /mnt/team rw,relatime shared:9 - nfs4 server:/team rw,vers=4.2
32 22 0:28 / /mnt/team/scratch rw,relatime - ext4 /dev/sdb1 rw
33 22 0:29 / /mnt/shared\\040drive rw - cifs //server/drive rw
34 22 0:30 / /home/a/remote rw,nosuid - fuse.sshfs a@server: rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a/case", "ext4"),
        ("/mnt/team/case", "nfs4"),
        ("/mnt/team", "nfs4"),
        ("/mnt/teammate/case", "ext4"),
        ("/mnt/team/scratch/case", "ext4"),
        ("/mnt/shared drive/case", "cifs"),
        ("/home/a/remote/case", "fuse.sshfs"),
    ],
)
def test_the_mount_nearest_to_the_folder_decides(path: str, kind: str) -> None:
    assert kind_of(Path(path), MOUNTS) == kind


def test_local_disks_are_no_shares() -> None:
    assert not NETWORKED & {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "9p", "fuseblk", "vfat"}


def test_a_case_on_a_share_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        f"22 1 8:1 / / rw - ext4 /dev/sda1 rw\n23 22 0:2 / {tmp_path.resolve()} rw - nfs4 server:/x rw\n"
    )
    monkeypatch.setattr(shares, "MOUNTS", table)
    with pytest.raises(UsageError, match=r"network share \(nfs4\).*local disk"):
        new(tmp_path / "case")
    assert not (tmp_path / "case").exists()
