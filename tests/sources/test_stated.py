"""What people state: flags, sidecars, one sheet for all; mistakes named with their place."""

import codecs
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from embargo.errors import BadDetails
from embargo.sources import Found, capture, check_details, discover
from embargo.vocabulary import SetAside


def write(folder: Path, **files: str) -> Path:
    for name, words in files.items():
        (folder / name.replace("__", ".")).write_text(words, encoding="utf-8")
    return folder


def found(folder: Path, **options: object) -> list[Found]:
    return [item for item in discover([folder], **options) if isinstance(item, Found)]  # type: ignore[arg-type]


def aside(folder: Path, **options: object) -> dict[str, str]:
    items = discover([folder], **options)  # type: ignore[arg-type]
    return {item.name: item.reason for item in items if isinstance(item, SetAside)}


def test_a_sidecar_states_the_details_of_the_file_beside_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        note__txt="Words.",
        note__meta__toml='publisher = "The Harbour Courier"\nkind = "press"\npublished = 2025-05-30\nreliability = "B"\n'
        'language = "en"\ncaveat = "public"\ncontributor = "Harbour Institute"\n',
    )
    (item,) = found(tmp_path)
    document = capture(b"Words.", item.name, item.stated).document
    assert document.publisher_name == "The Harbour Courier"
    assert str(document.day) == "2025-05-30"
    assert (document.published.standing, document.published.where) == ("stated", "sidecar note.meta.toml")
    assert (document.reliability.value, document.caveat.value, document.contributor.value) == (
        "B", "public", "Harbour Institute",
    )  # fmt: skip


@pytest.mark.parametrize(
    "day", ["2025-05-30", '"2025-05-30"', "2025-05-30T10:00:00Z", '"2025-05-30T23:30:00-05:00"']
)
def test_a_day_may_be_a_date_or_a_string(tmp_path: Path, day: str) -> None:
    write(tmp_path, note__txt="Words.", note__meta__toml=f"published = {day}\n")
    assert found(tmp_path)[0].stated["published"].value == "2025-05-30"


def test_a_sidecar_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Words.")
    (tmp_path / "note.meta.toml").write_bytes(codecs.BOM_UTF8 + b'publisher = "Courier"\r\n')
    assert found(tmp_path)[0].stated["publisher"].value == "Courier"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('published = "29 May 2025"', 'note.meta.toml states published = "29 May 2025". Expected: a day as 2025-05-29.'),
        ('published = "2025-02-30"', 'states published = "2025-02-30"'),
        ("published = 2025", 'states published = "2025"'),
        ("published = 2025-02-30", "note.meta.toml, line 1 cannot be read"),
        ('publlisher = "Courier"', 'note.meta.toml states "publlisher". Expected: one of title, publisher'),
        ("publisher = Courier", "note.meta.toml, line 1 cannot be read"),
        ('kind = "press"\npublisher "x"', "note.meta.toml, line 2 cannot be read"),
        ('publisher = ["a", "b"]', "states publisher = ['a', 'b']. Expected: one value"),
        ("[publisher]\nname = 1", "Expected: one value"),
        ("publisher = true", "Expected: one value"),
        ('caveat = "secret"', "Expected: public or participants or withheld"),
        ('reliability = "G"', "Expected: a letter from A to F"),
        ('language = "English"', "Expected: an ISO 639 code"),
        ('title = "two\\nlines"', "Expected: one short line"),
        (f'title = "{"x" * 501}"', "a title of 501 signs"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_sidecar_sets_its_file_aside_and_says_where(
    tmp_path: Path, line: str, words: str
) -> None:
    write(tmp_path, note__txt="Words.", note__meta__toml=line, other__txt="Others.")
    assert [item.name for item in found(tmp_path)] == ["other.txt"]
    assert words in aside(tmp_path)["note.txt"]


def test_a_sidecar_in_another_encoding_is_named(tmp_path: Path) -> None:
    write(tmp_path, note__txt="Words.")
    (tmp_path / "note.meta.toml").write_bytes('publisher = "Café"'.encode("latin-1"))
    assert "Expected: TOML in UTF-8. Next: correct note.meta.toml." in aside(tmp_path)["note.txt"]


def test_a_sidecar_without_a_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, note__meta__toml='publisher = "Courier"')
    assert "there is no file beside it" in aside(tmp_path)["note.meta.toml"]


def test_a_sidecar_given_by_name_with_its_file_is_taken_as_its_sidecar(tmp_path: Path) -> None:
    write(tmp_path, note__txt="Words.", note__meta__toml='publisher = "Courier"')
    items = discover(sorted(tmp_path.iterdir()))
    assert [(item.name, type(item)) for item in items] == [("note.txt", Found)]


def test_flags_beat_a_sidecar_and_a_sidecar_beats_the_sheet(tmp_path: Path) -> None:
    write(
        tmp_path,
        note__txt="Words.",
        note__meta__toml='publisher = "Sidecar"\nkind = "press"',
        sheet__csv="file,publisher,kind,language\nnote.txt,Sheet,report,en\n",
    )
    (item,) = found(tmp_path, table=tmp_path / "sheet.csv", flags={"publisher": "Flag"})
    assert {name: (detail.value, detail.where) for name, detail in item.stated.items()} == {
        "publisher": ("Flag", "command line"),
        "kind": ("press", "sidecar note.meta.toml"),
        "language": ("en", "sheet sheet.csv, line 2"),
    }


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_may_come_from_any_spreadsheet(tmp_path: Path, separator: str, encoding: str) -> None:
    write(tmp_path, note__txt="Words.")
    rows = [["file", "publisher", "published"], ["note.txt", "Café Français", "2025-05-30"], ["", "", ""]]
    text = "\r\n".join(separator.join(row) for row in rows)
    (tmp_path / "sheet.csv").write_bytes(text.encode(encoding))
    (item,) = found(tmp_path, table=tmp_path / "sheet.csv")
    assert item.stated["publisher"].value == "Café Français"
    assert item.stated["published"].value == "2025-05-30"


def test_a_row_may_name_a_file_by_its_path_with_either_slash_and_either_form_of_letters(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    decomposed = unicodedata.normalize("NFD", "보고.txt")
    (folder / decomposed).write_text("Words.")
    (tmp_path / "sheet.csv").write_text("file,publisher\npress\\보고.txt,Courier\n", encoding="utf-8")
    (item,) = found(tmp_path, table=tmp_path / "sheet.csv")
    assert item.stated["publisher"].value == "Courier"
    assert not aside(tmp_path, table=tmp_path / "sheet.csv")


def test_a_row_that_names_no_file_given_is_set_aside(tmp_path: Path) -> None:
    write(tmp_path, note__txt="Words.", sheet__csv="file,publisher\nnote.txt,A\nmissing.txt,B\n")
    assert aside(tmp_path, table=tmp_path / "sheet.csv") == {
        "missing.txt": "sheet.csv names it, and no such file was given"
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,publisher\na.txt,A\n", r"sheet.csv, line 1 has no column “file”"),
        ("file,publishers\na.txt,A\n", r"sheet.csv, line 1 has the column “publishers”"),
        ("file,kind,kind\na.txt,A,B\n", r"line 1 has the column “kind” twice"),
        ("file,published\na.txt,2025-05-30\nb.txt,May\n", r"sheet.csv, line 3 states published = \"May\""),
        ("file,kind\na.txt,press\na.txt,report\n", r"line 3 names a.txt, and line 2 does too"),
        ("file,publisher\na.txt,Smith, Jones\n", r"line 2 has 3 cells under 2 columns"),
        ("file,publisher\n,Courier\n", r"line 2 names no file"),
        ('file,publisher\na.txt,"Cour"ier\n', r"sheet.csv, line 2 cannot be read"),
        ("", r"sheet.csv is empty"),
        ("\x00\x01\x02", r"zero bytes"),
    ],
)
def test_a_mistake_in_the_sheet_stops_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path, a__txt="Words.", sheet__csv=text)
    with pytest.raises(BadDetails, match=words):
        discover([tmp_path], table=tmp_path / "sheet.csv")


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadDetails, match=r"none\.csv cannot be read: No such file"):
        discover([tmp_path], table=tmp_path / "none.csv")


def test_a_flag_nobody_knows_is_named() -> None:
    with pytest.raises(BadDetails, match='the command line states "author"'):
        discover([], flags={"author": "x"})


def test_nothing_stated_is_nothing() -> None:
    assert check_details({"publisher": "", "kind": "  ", "title": None}, "here") == {}


def test_files_come_in_a_fixed_order_each_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b.html", "c.PDF", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [item.name for item in discover([tmp_path, tmp_path / "b.txt", tmp_path / "a"])]
    assert names == ["a/b.html", "a/z.md", "b.txt", "c.PDF"]


def test_what_cannot_be_taken_is_set_aside_with_its_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path, good__txt="Words.", empty__txt="", table__xlsx="x", noending="x")
    items = {item.name: item for item in discover([tmp_path, tmp_path / "gone.txt"])}
    assert isinstance(items["good.txt"], Found)
    reasons = {name: item.reason for name, item in items.items() if isinstance(item, SetAside)}
    assert reasons == {
        "empty.txt": "the file is empty",
        "table.xlsx": "“.xlsx” is no kind we read: txt, md, html, pdf",
        "noending": "“noending” is no kind we read: txt, md, html, pdf",
        "gone.txt": "there is no such file",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
def test_links_and_pipes_neither_lead_out_nor_hang(tmp_path: Path) -> None:
    folder, outside = tmp_path / "given", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.")
    (folder / "real.txt").write_text("Words.")
    (folder / "round").symlink_to(folder)
    (folder / "out").symlink_to(outside)
    (folder / "same.txt").symlink_to(folder / "real.txt")
    (folder / "nowhere.txt").symlink_to(folder / "gone")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    os.mkfifo(folder / "pipe.txt")
    items = discover([folder])
    assert [item.name for item in items if isinstance(item, Found)] == ["real.txt"]
    assert {item.name: item.reason for item in items if isinstance(item, SetAside)} == {
        "circle.txt": "the link leads nowhere",
        "nowhere.txt": "the link leads nowhere",
        "pipe.txt": "it is no plain file",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
def test_odd_names_are_shown_on_one_line(tmp_path: Path) -> None:
    for name in (b"two\nlines.txt", b"bytes\xff.txt", "보고 \u202ex.txt".encode()):
        with open(os.path.join(os.fsencode(tmp_path), name), "w") as file:  # noqa: PTH118, PTH123 - names of bytes
            file.write("Words.")
    names = [item.name for item in discover([tmp_path])]
    assert sorted(names) == ["bytes\\udcff.txt", "two\\nlines.txt", "보고 \\u202ex.txt"]
