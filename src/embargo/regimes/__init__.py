"""Regimes: law packs as data. Whose law it is, its instruments, its provisions; no code in a pack."""

from embargo.regimes.load import load_pack, pack_names
from embargo.regimes.paths import canonical_path

__all__ = ["canonical_path", "load_pack", "pack_names"]
