"""Builds the fonts of the report: subsets of open fonts, their licence, and tables of what they hold.

    .venv/bin/python scripts/build_fonts.py                     fetch the sources into a temporary folder, build
    .venv/bin/python scripts/build_fonts.py --sources FOLDER    keep the sources in FOLDER, or take them from there

Out come src/embargo/reports/fonts/*.otf and *.ttf, OFL.txt, FONTLOG.md, families.json (font families in the order in which
a report asks them for a character) and coverage.json (ranges of code points that one of these families holds).

The sources are packages of Debian (apt-get, dpkg-deb) and of npm, by exact version; each font file is checked by its
SHA-256, so the same sources give the same bytes. Subsets carry names of their own: "Source" is a reserved font name.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src" / "embargo" / "reports" / "fonts"
LIMIT = 8_000_000  # bytes for all files together: what a report's fonts may add to the install

DEBIAN = {"fonts-noto-cjk": "1:20220127+repack1-1", "fonts-noto-core": "20201225-1"}
NPM = {"source-sans": "3.52.0", "source-serif": "4.5.1"}

_CORE = "fonts-noto-core/usr/share/fonts/truetype/noto/"
_CJK = "fonts-noto-cjk/usr/share/fonts/opentype/noto/"
_SERIF = "source-serif/package/OTF/"
_SANS = "source-sans/package/OTF/"

# What a line of running text asks of a font: accents, figures of both kinds, small capitals, raised figures, kerning.
TEXT = "ccmp locl kern mark mkmk liga lnum onum pnum tnum sups subs sinf frac numr dnom ordn case smcp c2sc zero".split()  # noqa: SIM905
# Putting a syllable together from separate letters.
JAMO = ["ccmp", "ljmo", "vjmo", "tjmo"]

Wanted = Callable[[set[int], set[int]], Iterable[int]]


class Face(NamedTuple):
    """One font file to build. `number` picks a font of a collection; `wanted` its characters, given what the source
    holds and what earlier families hold."""

    file: str
    family: str
    style: str
    source: str
    sha256: str
    wanted: Wanted
    features: list[str]
    number: int = -1


def two_bytes(codec: str, first: range) -> set[int]:
    """Every character that an East Asian double-byte code gives to lead bytes of this range."""
    found: set[int] = set()
    for lead in first:
        for trail in range(0x40, 0xFF):
            try:
                found.update(map(ord, bytes([lead, trail]).decode(codec)))
            except UnicodeDecodeError:
                continue
    return found


def spans(*pairs: tuple[int, int]) -> set[int]:
    """Every code point of these ranges, both ends included."""
    return {code for first, last in pairs for code in range(first, last + 1)}


def everything(held: set[int], _: set[int]) -> Iterable[int]:
    """All the source has: faces of text."""
    return held


# Syllables, and letters alone: modern, old, half-width forms left out.
HANGUL = spans((0xAC00, 0xD7A3), (0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97C), (0xD7B0, 0xD7FB))


def hangul(held: set[int], _: set[int]) -> Iterable[int]:
    """All syllables and letters of Korean."""
    return held & HANGUL


def han(held: set[int], before: set[int]) -> Iterable[int]:
    """GB 2312, KS X 1001, JIS X 0208 and the common plane of Big5, with the signs, kana and full-width forms around them."""
    codes = two_bytes("gb2312", range(0xA1, 0xFF)) | two_bytes("euc_kr", range(0xA1, 0xFF))
    codes |= two_bytes("euc_jp", range(0xA1, 0xFF)) | two_bytes("big5", range(0xA1, 0xC7))
    around = spans(
        (0x2500, 0x259F),
        (0x2E80, 0x2FDF),
        (0x3000, 0x312F),
        (0x3200, 0x33FF),
        (0xFE30, 0xFE4F),
        (0xFF00, 0xFFEF),
    )
    return (held & (codes | around)) - before - HANGUL


def arrows(held: set[int], before: set[int]) -> Iterable[int]:
    """Arrows and the operators of arithmetic and sets."""
    return held & spans((0x2190, 0x22FF), (0x27F0, 0x27FF), (0x2900, 0x297F), (0x2A7D, 0x2A7E)) - before


def signs(held: set[int], before: set[int]) -> Iterable[int]:
    """Squares, circles, ticks and the like, for tables and figures; no emoji."""
    return held & spans((0x2300, 0x23FF), (0x25A0, 0x27BF), (0x2B00, 0x2BFF)) - before


# In the order in which a report asks for a character.
FACES = [
    Face("EmbargoSerif-Regular.otf", "Embargo Serif", "Regular", _SERIF + "SourceSerif4-Regular.otf",
         "edf160d0d584deee8a3bb2c3371b2a7624ca63580fbe02c57c1f4c91e84d8787", everything, TEXT),
    Face("EmbargoSerif-Italic.otf", "Embargo Serif", "Italic", _SERIF + "SourceSerif4-It.otf",
         "f8062257f4693e438a8e317c9fe2b4393f0d4eed84d897edcbfd733c30a1c1a1", everything, TEXT),
    Face("EmbargoSerif-Semibold.otf", "Embargo Serif", "Semibold", _SERIF + "SourceSerif4-Semibold.otf",
         "25e034392847d9965c92f98971b3646436b7ab919ece9118b0c0e5ec94c02efc", everything, TEXT),
    Face("EmbargoSerif-Bold.otf", "Embargo Serif", "Bold", _SERIF + "SourceSerif4-Bold.otf",
         "f5fb9a7b1611353fdfebcf8b1e46c7d9108470f25999b841816d8b643b1856ff", everything, TEXT),
    Face("EmbargoSerif-BoldItalic.otf", "Embargo Serif", "Bold Italic", _SERIF + "SourceSerif4-BoldIt.otf",
         "ebb5394e1e11e09480619c9bb10f020aded9530833edcbdb735a4702ae6fa09e", everything, TEXT),
    Face("EmbargoLetters-Regular.ttf", "Embargo Letters", "Regular", _CORE + "NotoSerif-Regular.ttf",
         "9d7583b7dc9e812afd32a14280c5cac3160012efe50c8d08938f4fea266ff67f", everything, TEXT),
    Face("EmbargoHangul-Regular.otf", "Embargo Hangul", "Regular", _CJK + "NotoSansCJK-Regular.ttc",
         "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a", hangul, JAMO, 1),
    Face("EmbargoHangul-Bold.otf", "Embargo Hangul", "Bold", _CJK + "NotoSansCJK-Bold.ttc",
         "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb", hangul, JAMO, 1),
    Face("EmbargoArrows-Regular.ttf", "Embargo Arrows", "Regular", _CORE + "NotoSansMath-Regular.ttf",
         "8242bd1e55368b27e32455260754cf9aa58f3ad7ea80664b66c21f1b09910d6c", arrows, []),
    Face("EmbargoSigns-Regular.ttf", "Embargo Signs", "Regular", _CORE + "NotoSansSymbols2-Regular.ttf",
         "876598db5f1e3bef2bc77c4d94c5b0d5d2c1620be4878a06f18fb5434e331688", signs, []),
    Face("EmbargoHan-Regular.otf", "Embargo Han", "Regular", _CJK + "NotoSansCJK-Regular.ttc",
         "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a", han, [], 1),
]  # fmt: skip

# For labels in figures; a report's text never falls back on it, so it stands in no table of coverage.
LABELS = [
    Face("EmbargoSans-Regular.otf", "Embargo Sans", "Regular", _SANS + "SourceSans3-Regular.otf",
         "08df266400933d3178d081a45f94a08814c3e55b4b7dd2e0ff69cb1329f13ab6", everything, TEXT),
    Face("EmbargoSans-Bold.otf", "Embargo Sans", "Bold", _SANS + "SourceSans3-Bold.otf",
         "7776ddb9f3eb58683e59f28d558d8896b768c2d0c80799fb3f1c56c54dfd98c9", everything, TEXT),
]  # fmt: skip


def fetch(folder: Path) -> None:
    """Put the packages' files under `folder/PACKAGE/`, those that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, version in DEBIAN.items():
        if not (folder / name).is_dir():
            subprocess.run(["apt-get", "download", f"{name}={version}"], cwd=folder, check=True)
            package = next(folder.glob(f"{name}_*.deb"))
            subprocess.run(["dpkg-deb", "-x", package.name, name], cwd=folder, check=True)
    for name, version in NPM.items():
        if not (folder / name).is_dir():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True)
            with tarfile.open(folder / f"{name}-{version}.tgz") as archive:
                archive.extractall(folder / name, filter="data")


def opened(folder: Path, face: Face) -> TTFont:
    """The font a face is cut from. Exits where the file is not the one this script was written for."""
    path = folder / face.source
    seen = hashlib.sha256(path.read_bytes()).hexdigest()
    if seen != face.sha256:
        sys.exit(
            f"{path} has SHA-256 {seen}, not {face.sha256}: another version; look at what changed, then note it here"
        )
    return TTFont(path, fontNumber=face.number, recalcTimestamp=False)


def cut(font: TTFont, face: Face, before: set[int]) -> set[int]:
    """Reduce the font in place to what the face wants, under the face's name; the code points it then holds."""
    options = subset.Options()
    options.layout_features = face.features
    options.hinting = False  # the report is printed or read on screens of today
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG", "meta", "vhea", "vmtx", "VORG", "BASE"]
    wanted = set(face.wanted(set(font.getBestCmap()), before))
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    rename(font, face)
    return set(font.getBestCmap())


def rename(font: TTFont, face: Face) -> None:
    """Write family, style and the names made of them into the font's tables; Typst and viewers read these."""
    compact = face.family.replace(" ", "") + "-" + face.style.replace(" ", "")
    table: Any = font["name"]
    plain = face.style in ("Regular", "Italic", "Bold", "Bold Italic")
    names = {
        1: face.family if plain else f"{face.family} {face.style}",
        2: face.style if plain else "Regular",
        3: f"{compact};subset",
        4: f"{face.family} {face.style}",
        6: compact,
        16: None if plain else face.family,
        17: None if plain else face.style,
    }
    for number, text in names.items():
        table.removeNames(nameID=number)
        if text:
            table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        outlines: Any = font["CFF "]
        top = outlines.cff.topDictIndex[0]
        outlines.cff.fontNames = [compact]
        for field, text in (("FullName", names[4]), ("FamilyName", face.family)):
            if hasattr(top, field):
                setattr(top, field, text)


def ranges(codes: set[int]) -> list[list[int]]:
    """The code points as ascending [first, last] pairs."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def licence(folder: Path, copyrights: dict[str, str]) -> str:
    """The text of OFL.txt: whose fonts these were, then the licence, word for word."""
    text = (folder / "source-serif" / "package" / "LICENSE.md").read_text(encoding="utf-8")
    _, mark, body = text.partition("SIL OPEN FONT LICENSE Version 1.1")
    owners = "".join(f"{family}: {words}\n" for family, words in copyrights.items())
    return f"{owners}\nEach of these fonts is licensed under the SIL Open Font License, Version 1.1, copied below.\n\n{mark}{body}"


def fontlog() -> str:
    """The text of FONTLOG.md: what each file was cut from and what was changed."""
    rows = "".join(
        f"| {face.file} | {face.source.rsplit('/', 1)[1]} | {face.source.split('/')[0]} |\n"
        for face in FACES + LABELS
    )
    packages = ", ".join(f"{name} {version}" for name, version in sorted({**DEBIAN, **NPM}.items()))
    return (
        "# The report's fonts\n\n"
        "Made by `scripts/build_fonts.py`. Changes to the originals: characters and features a report does not need were\n"
        "left out, hinting dropped, and the fonts renamed, since a name of some originals is reserved. Letter forms are the\n"
        f"originals'. Licence: OFL.txt. Packages: {packages}.\n\n"
        f"| file | cut from | of the package |\n| --- | --- | --- |\n{rows}\n"
        "A report asks the families in the order of families.json; coverage.json lists what they hold together as ranges of\n"
        "code points. Han signs have the forms used in Korea. Korean has a regular and a bold weight, Han a regular one.\n"
    )


def build(folder: Path, out: Path) -> int:
    """Write everything; the number of bytes written. Files of an earlier build that are no longer made are removed."""
    out.mkdir(parents=True, exist_ok=True)
    families: dict[str, set[int]] = {}
    copyrights: dict[str, str] = {}
    made = []
    for face in FACES + LABELS:
        font = opened(folder, face)
        names: Any = font["name"]
        # A package's licence file says more than the font: it names the reserved words.
        said = folder / face.source.split("/")[0] / "package" / "LICENSE.md"
        owner = said.read_text(encoding="utf-8").splitlines()[0] if said.is_file() else names.getDebugName(0)
        copyrights.setdefault(face.family, owner)
        before = {code for family, codes in families.items() if family != face.family for code in codes}
        held = cut(font, face, before)
        font.save(out / face.file, reorderTables=True)
        made.append(face.file)
        print(f"{face.file}: {len(held)} characters, {(out / face.file).stat().st_size:,} bytes", flush=True)
        if face not in LABELS:
            # A character missing from one weight is asked of the next family in that weight: the family holds it not.
            families[face.family] = families[face.family] & held if face.family in families else held
    texts = {
        "OFL.txt": licence(folder, copyrights),
        "FONTLOG.md": fontlog(),
        "families.json": json.dumps(list(families), indent=1) + "\n",
        "coverage.json": "[\n" + ",\n".join(map(str, ranges(set.union(*families.values())))) + "\n]\n",
    }
    for name, text in texts.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    for stray in set(out.glob("*.?tf")) - {out / name for name in made}:
        stray.unlink()
    return sum(path.stat().st_size for path in out.iterdir())


def main() -> int:
    """Build into the package; 1 if the fonts outgrew their limit."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--sources", type=Path, help="folder of the unpacked packages; filled where empty")
    words.add_argument("--out", type=Path, default=OUT, help="where to write, if not into the package")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.sources or Path(temporary)
        fetch(folder)
        size = build(folder, asked.out)
    print(f"{size:,} bytes in all; the limit is {LIMIT:,}")
    return 1 if size > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
