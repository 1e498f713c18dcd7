"""Encodings: what was decided and why is said; nothing undecodable is dropped."""

import pytest

from embargo.errors import UnreadableSource
from embargo.sources import capture

RUSSIAN = "Министерство обороны заявило, что поставки боеприпасов продолжались несколько месяцев."
KOREAN = "북한은 러시아에 컨테이너를 보냈다고 국방부가 밝혔다. 국방부 대변인은 이같이 말했다."
CHINESE = "国防部表示，这些船只已经停靠港口，并装载了大量的集装箱，他们在那里停留了三天。"
TAIWAN = "國防部表示，這些船隻已經停靠港口，並裝載了大量的集裝箱，他們在那裡停留了三天。"
JAPANESE = "防衛省は、この船舶が港に寄港し、コンテナを積み込んだと発表した。"
FRENCH = "Le ministère a déclaré que la livraison était terminée à Genève l’été dernier."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (KOREAN, "euc-kr"), (KOREAN, "cp949"), (CHINESE, "gbk"),
        (CHINESE, "gb18030"), (TAIWAN, "big5"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (FRENCH, "cp1252"),
        (RUSSIAN, "utf-16"), (KOREAN, "utf-32"), (FRENCH, "utf-8-sig"), (FRENCH, "utf-16-le"), (FRENCH, "utf-16-be"),
    ],
)  # fmt: skip
def test_a_text_in_another_encoding_is_read_and_said_so(words: str, encoding: str) -> None:
    captured = capture(words.encode(encoding), "note.txt", {})
    assert captured.text.text == words
    assert captured.document.notes[0].startswith("text decoded as ")


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("windows-1251", "cp1251", RUSSIAN), ("euc-kr", "cp949", KOREAN), ("ks_c_5601-1987", "cp949", KOREAN),
        ("gb2312", "gbk", CHINESE), ("shift_jis", "cp932", JAPANESE), ("iso-8859-1", "cp1252", FRENCH),
        ("koi8-r", "koi8-r", RUSSIAN), ("iso-8859-5", "iso8859-5", RUSSIAN),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_declares(declared: str, encoding: str, words: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    captured = capture(page.encode(encoding), "page.html", {})
    assert words in captured.text.text
    assert f"as the page declares ({declared})" in captured.document.notes[0]


@pytest.mark.parametrize(
    "declared", ["utf-8", "iso-8859-1", "us-ascii", "zip", "hex", "undefined", "idna", "utf-7", "nonsense"]
)
@pytest.mark.parametrize(("words", "encoding"), [(RUSSIAN, "cp1251"), (KOREAN, "euc-kr"), (FRENCH, "cp1252")])
def test_a_wrong_declaration_is_not_believed(declared: str, words: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words} {words}</p></body></html>'
    assert words in capture(page.encode(encoding), "page.html", {}).text.text


def test_utf_8_with_a_few_broken_bytes_is_utf_8() -> None:
    data = FRENCH.encode() + b" \xff\xfe " + FRENCH.encode()
    captured = capture(data, "note.txt", {})
    assert captured.text.text == f"{FRENCH} \ufffd\ufffd {FRENCH}"
    assert captured.document.notes == ("text decoded as UTF-8 with 2 undecodable places shown as \ufffd",)


def test_a_text_cut_off_within_a_sign_is_read_to_its_end() -> None:
    assert capture("Déjà vu: 5 €".encode()[:-1], "note.txt", {}).text.text == "Déjà vu: 5 \ufffd"


def test_halves_of_surrogate_pairs_are_shown_as_lost() -> None:
    data = (FRENCH * 4 + " \ud800 ").encode("utf-16-le", "surrogatepass")
    captured = capture(b"\xff\xfe" + data, "note.txt", {})
    assert captured.text.text == FRENCH * 4 + " \ufffd "
    assert "1 undecodable places" in captured.document.notes[0]


def test_half_a_text_of_two_bytes_a_sign_is_set_aside() -> None:
    with pytest.raises(UnreadableSource, match=r"note\.txt begins as utf-16 and breaks off"):
        capture(b"\xff\xfea\x00b", "note.txt", {})
