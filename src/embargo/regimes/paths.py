"""Canonical paths of provisions: "1718/8(a)(i)" and "1718/8/a/i" are one paragraph."""

import re


def canonical_path(written: str) -> str:
    """Return the canonical path of a paragraph as people write it: "1718/8(a)(i)", "S/RES/2397 (2017), para. 5".

    Numbers that could not be split or told apart stay as they are: "1874/11-16", "2397/27or28".
    """
    text = written.strip()
    text = re.sub(r"(?i)^(unscr|s/res/)\s*", "", text)
    text = re.sub(r"\((?:19|20)\d\d\)", "", text)
    text = re.sub(r"(?i)[\s,]*(?:/|,|\s)\s*(?:paras?\.?|paragraphs?|op)\s*", "/", text)
    text = re.sub(r"(?i)^(\d+)/op\s*", r"\1/", text)
    text = re.sub(r"\s*\(([0-9a-z]+)\)", r"/\1", text)
    return re.sub(r"\s+", "", text).strip("/")
