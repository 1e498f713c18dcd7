"""A stranger's case: ten documents in ten styles, with mistakes as people make them, through add, run, report and verify."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typst

from embargo.cli import main

FEATURE = """# What the tide brought in

*By Odile Marchetti, The Saltmarsh Mercury*

Saturday 7 June 2025

The kiosk at the ferry steps sells tea, rope and rumours.

South Korea's defence ministry said North Korea sent at least 210 howitzers to Russia in April 2025. Nobody at the kiosk had
counted any. "Perhaps 90 crates, perhaps 95," said a woman who would give no name.

Moscow has called such figures a tale for children.
"""

FLASH = (
    "URGENT\r\nSEOUL, JUNE 9 (NORTHERN WIRE) - NORTH KOREA SENT RUSSIA AT LEAST 310 BALLISTIC MISSILES, A SPY CHIEF SAYS.\r\n"
    "\r\nMORE FOLLOWS\r\n"
)

PRESS_RELEASE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Press release 41/2025</title>
<meta property="article:published_time" content="2025-06-11T08:00:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/press">Press room</a></nav>
<main><h1>The Ministry on unlawful transfers</h1><ol>
<li>Russia supplied more than 600,000 barrels of refined petroleum to North Korea between March and May 2025.</li>
<li>The Ministry asks all States to apply the resolutions in full.</li>
</ol></main><footer>Imprint. Related: press release 40/2025</footer></body></html>
"""

DENIAL = """Commentary carried on 12 June 2025

North Korea's foreign ministry denied that it had sent howitzers to Russia.

Those who spread such slander will be sorry for it.
"""

LOG = (
    "COAST GUARD POST 6, RADIO LOG 2025-04-18\r\n"
    "0410Z MV TERN BAY IMO 9074729 outbound Rajin, draught 5.0 m\r\n"
    "0655Z TERN BAY AIS lost at 42-10N 131-05E\r\n"
    "1320Z TERN BAY alongside pier 2 Dunai, 143 containers counted on deck by the watch\r\n"
)

BLOG = """<html><head><title>Hulls and gulls</title></head><body>
<div class="menu"><a href="/">Home</a> <a href="/lenses">My lenses</a> <a href="/archive">Archive</a></div>
<article><h2>A quiet Sunday at the container berth</h2><p>Posted 8 June 2025</p>
<p>On Saturday I watched the Lady R (IMO 9161003) come in with her transponder off. The gulls did not mind.</p>
<p>The light was poor and my tea was cold. There were about 70 boxes on her deck, under blue sheets.</p></article>
</body></html>
"""

MEMO = """FOR PARTICIPANTS

1. Russia supplied at least one air defence system to North Korea in November 2024.
2. We hold nothing on how it was paid for.
"""

CHINESE = "国防部表示朝鲜向俄罗斯运送了炮弹。\n朝鲜对此予以否认。\n"
RUSSIAN = "Министерство сообщило, что прибыло не менее 40 гаубиц.\r\nБольше ничего не известно.\r\n"

RECIPE = """Pickled cabbage, as my aunt made it

Take at least 2 kg of cabbage, over 100 g of salt and about 3 litres of water. Let it stand for 5 days.

A neighbour shipped me two jars last winter, and 20 guests asked for more.
"""

CUSTOMS = """
#set document(title: "Exports, 2024", date: datetime(year: 2025, month: 2, day: 17))
#set page(paper: "a4", header: [Customs of Merridonia])
= Exports to North Korea, 2024
#table(columns: 3, [Goods], [Quantity], [Value (USD)],
  [Refined petroleum], [4,512 t], [3,100,000], [Passenger cars], [14], [612,000])
Merridonia exported 4,512 tonnes of refined petroleum to North Korea in 2024.
"""

ASIDE = {"empty.txt", "broken.pdf", "radio log.txt"}


def fill(folder: Path) -> None:
    """Write the stranger's folder: ten documents, a copy of one, and three files that cannot be taken."""
    (folder / "Café du port").mkdir(parents=True)
    (folder / "feature.md").write_text(FEATURE, encoding="utf-8")
    (folder / "flash.txt").write_bytes(FLASH.encode())
    (folder / "press release 41.html").write_text(PRESS_RELEASE, encoding="utf-8")
    (folder / "Café du port" / "démenti, définitif.txt").write_text(DENIAL, encoding="utf-8")
    (folder / "blog.html").write_text(BLOG, encoding="utf-8")
    (folder / "memo.txt").write_text(MEMO, encoding="utf-8")
    (folder / "memo.meta.toml").write_text(
        'publisher = "Participant Q"\npublished = 2025-05-02\nkind = "contribution"\ncontributor = "Q"\n'
    )
    (folder / "chinese.txt").write_text(CHINESE, encoding="utf-8")
    (folder / "russian.txt").write_bytes(RUSSIAN.encode("cp1251"))
    (folder / "recipe.txt").write_text(RECIPE, encoding="utf-8")
    (folder / "customs.pdf").write_bytes(typst.compile(CUSTOMS.encode()))
    (folder / "feature (copy).md").write_text(FEATURE, encoding="utf-8")
    (folder / "radio log.txt").write_bytes(LOG.encode())
    (folder / "radio log.meta.toml").write_text("published = 2025-13-45\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nno pages here")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stranger's folder, added and run once; tests that change anything make a case of their own."""
    home = tmp_path_factory.mktemp("stranger")
    fill(home / "in")
    assert main(["init", str(home / "case"), "--title", "A stranger's case"]) == 0
    assert main(["add", str(home / "case"), str(home / "in")]) == 0
    assert main(["run", str(home / "case")]) == 0
    return home


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Any:
    """The records that a command prints."""
    capsys.readouterr()
    assert main([*map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def page(case: Path) -> str:
    """The words of the report."""
    text = (case / "report" / "report.html").read_text(encoding="utf-8")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def sentences(capsys: pytest.CaptureFixture[str], case: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every sentence of the case as its file's name and its standing."""
    for document in told(capsys, "sources", "list", case)["documents"]:
        for sentence in told(capsys, "sources", "show", case, document["id"])["sentences"]:
            yield document["name"], sentence


def test_ten_documents_are_taken_and_three_files_set_aside_with_reasons(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = told(capsys, "sources", "list", home / "case")
    assert len(listed["documents"]) == 10
    assert {item["name"] for item in listed["set_aside"]} == ASIDE
    assert all(item["reason"] for item in listed["set_aside"])


def test_a_copy_under_another_name_is_counted_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = {item["name"] for item in told(capsys, "sources", "list", home / "case")["documents"]}
    assert len(names & {"feature.md", "feature (copy).md"}) == 1


def test_every_quote_of_a_plain_text_stands_in_the_file_that_was_handed_over(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {item["id"]: item["name"] for item in told(capsys, "sources", "list", home / "case")["documents"]}
    claims = told(capsys, "claims", "list", home / "case")
    assert claims
    checked = 0
    for claim in claims:
        path = home / "in" / names[claim["document"]]
        if path.suffix in (".txt", ".md"):
            quote = claim["evidence"]
            # Bytes and not read_text, which would turn CRLF into one sign and move every offset.
            assert path.read_bytes().decode()[quote["start"] : quote["end"]] == quote["text"]
            checked += 1
    assert checked


def test_the_plain_sentences_are_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quotes = " | ".join(claim["evidence"]["text"] for claim in told(capsys, "claims", "list", home / "case"))
    for words in ("at least 210 howitzers", "600,000 barrels of refined petroleum", "air defence system"):
        assert words in quotes


def test_the_recipe_yields_no_claim(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "claims", "list", home / "case", "--document", "recipe.txt") == []


def test_every_sentence_is_read_or_says_why_not(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, sentence in sentences(capsys, home / "case"):
        assert sentence["claims"] or sentence["reason"] or sentence["standing"] == "furniture", (
            name,
            sentence,
        )


def test_each_sentence_not_understood_waits_for_a_person_and_stands_in_the_report(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = home / "case"
    missed = [item for item in sentences(capsys, case) if item[1]["standing"] == "not understood"]
    assert {name for name, _ in missed} >= {"chinese.txt", "russian.txt"}
    waiting = [item for item in told(capsys, "reports", "explain", case) if item["kind"] == "not understood"]
    assert len(waiting) == len(missed)
    printed = page(case)
    assert "朝鲜对此予以否认。" in printed
    assert "Министерство сообщило, что прибыло не менее 40 гаубиц." in printed


def test_what_was_set_aside_is_named_in_the_report(home: Path) -> None:
    printed = page(home / "case")
    for name in ASIDE:
        assert name in printed


def test_a_second_run_does_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in (home / "case" / "report").iterdir()}
    steps = told(capsys, "run", home / "case")["steps"]
    assert [step["step"] for step in steps if step["done"]] == []
    assert {path: path.stat().st_mtime_ns for path in (home / "case" / "report").iterdir()} == before


def test_the_case_verifies(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "verify", home / "case")["whole"] is True


def test_the_public_report_says_nothing_of_the_participants_memo_or_of_files_nobody_could_read(
    home: Path, tmp_path: Path
) -> None:
    words = ["reports", "render", str(home / "case"), "--audience", "public", "--into", str(tmp_path / "out")]
    assert main(words) == 0
    public = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Participant Q" in page(home / "case")
    assert "Participant Q" not in public
    assert "broken.pdf" not in public


@pytest.mark.parametrize("room", ["sources", "claims", "entities", "findings", "law", "reports"])
def test_every_room_shows_and_explains_each_of_its_records(
    home: Path, room: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = told(capsys, room, "list", home / "case")
    records = listed["documents"] if room == "sources" else listed
    if room == "reports":
        assert main(["reports", "show", str(home / "case")]) == 0
    elif room == "law":
        for finding in {record["fact"] for record in records}:
            assert main(["law", "explain", str(home / "case"), finding]) == 0
    else:
        for record in records:
            for verb in ("show", "explain"):
                assert main([room, verb, str(home / "case"), record["id"]]) == 0


def test_a_corrected_sidecar_brings_the_file_in_and_only_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(tmp_path / "in")
    case = tmp_path / "case"
    assert main(["init", str(case)]) == 0
    assert main(["add", str(case), str(tmp_path / "in")]) == 0
    assert main(["run", str(case)]) == 0
    (tmp_path / "in" / "radio log.meta.toml").write_text("published = 2025-04-18\n")
    assert main(["add", str(case), str(tmp_path / "in")]) == 0
    steps = {step["step"]: step["done"] for step in told(capsys, "run", case)["steps"]}
    assert steps["extract"] == 1
    listed = told(capsys, "sources", "list", case)
    assert len(listed["documents"]) == 11
    assert {item["name"] for item in listed["set_aside"]} == ASIDE - {"radio log.txt"}
