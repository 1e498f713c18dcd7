"""Findings: claims come together by occasion; lines, bounds, stances and confidence, every step with its reason."""

from embargo.findings.fuse import FUSION_VERSION, fuse

__all__ = ["FUSION_VERSION", "fuse"]
