"""The flow, written down once: which room comes after which; decisions and what they change."""

from embargo.casework.case import Case, create_case, open_case

__all__ = ["Case", "create_case", "open_case"]
