"""Entities: one identity for each canonical id, with every name as written, and doubts where a name proves nothing."""

from embargo.entities.resolve import ENTITIES_VERSION, resolve

__all__ = ["ENTITIES_VERSION", "resolve"]
