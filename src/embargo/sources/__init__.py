"""Sources: bytes into documents with provenance; what nobody stated is proposed, and marked so."""

from embargo.sources.capture import READER_VERSION, capture
from embargo.sources.details import FIELDS, check_details
from embargo.sources.discover import Found, discover

__all__ = ["FIELDS", "READER_VERSION", "Found", "capture", "check_details", "discover"]
