"""Build the demo case's PDFs from their Typst sources, the same bytes each time."""

import sys
from pathlib import Path

import typst

CASE = Path(__file__).parents[1] / "examples" / "dprk-russia-2025"


def build(into: Path) -> list[Path]:
    """Compile every source below src/ into the folder; return the PDFs."""
    made = []
    for source in sorted((CASE / "src").glob("*.typ")):
        target = into / f"{source.stem}.pdf"
        # Typst's own fonts only: what a machine has installed must not change the bytes.
        target.write_bytes(typst.compile(str(source), ignore_system_fonts=True, timestamp=0))
        made.append(target)
    return made


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else CASE / "documents"):
        print(path.name)
