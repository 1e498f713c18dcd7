"""Names: one identity for each canonical id, every naming as written, and no one joined on a name alone."""

from hypothesis import given
from hypothesis import strategies as st

from embargo.entities import resolve
from embargo.vocabulary import Entity, Mention
from tests.findings.claims import claim, document, from_schema, readings
from tests.shared import shared

PAPER = document("A newspaper")


def resolved(*speakers: str) -> dict[str, Entity]:
    return {one.id: one for one in resolve(readings(*[claim(PAPER, by=one) for one in speakers]))}


def test_romanisations_of_one_name_are_one_person_with_the_reason() -> None:
    found = resolved("UA:Volodymyr Zelenskiy", "UA:Volodymyr Zelenskyy", "UA:Volodymyr Zelensky")
    persons = [one for one in found.values() if one.kind == "person"]
    assert len(persons) == 1
    assert "romanisations" in " ".join(persons[0].reasons)


def test_a_hyphen_makes_no_other_person() -> None:
    persons = [one for one in resolved("KP:Kim Jong Un", "KP:Kim Jong-un").values() if one.kind == "person"]
    assert len(persons) == 1


def test_kim_jong_un_is_not_kim_jong_il() -> None:
    persons = [one for one in resolved("KP:Kim Jong Un", "KP:Kim Jong Il").values() if one.kind == "person"]
    assert len(persons) == 2


def test_homonyms_of_two_states_are_never_joined() -> None:
    found = resolved("KP:Kim Chol Su", "KR:Kim Chol Su")
    assert {"KP:Kim Chol Su", "KR:Kim Chol Su"} <= set(found)
    assert "a name alone joins nobody" in found["KP:Kim Chol Su"].doubts[0]


def test_a_like_name_is_a_doubt_and_no_merger() -> None:
    found = resolved("RU:Aleksandr Ivanov", "RU:Aleksander Ivanov")
    assert {"RU:Aleksandr Ivanov", "RU:Aleksander Ivanov"} <= set(found)
    assert "not joined" in found["RU:Aleksandr Ivanov"].doubts[0]


def test_every_naming_keeps_its_claims() -> None:
    actors = [Mention(text, 0, 1, "KP") for text in ("Pyongyang", "the North", "Pyongyang")]
    claims = [claim(PAPER, "deploy.personnel", quote=f"quote {n}") for n in range(3)]
    changed = [
        type(c)(c.id, c.document, c.event, c.evidence, actor=(a,))
        for c, a in zip(claims, actors, strict=True)
    ]
    state = next(one for one in resolve(readings(*changed)) if one.id == "KP")
    assert {naming.text: len(naming.claims) for naming in state.namings} == {"Pyongyang": 2, "the North": 1}


def test_the_seed_names_states_persons_places_and_bodies() -> None:
    source = document("Bloomberg", "2025-05-29")
    found = {one.id: one for one in resolve([from_schema(shared("claims", "seed_gold.json"), source)])}
    assert found["KP"].kind == "state"
    assert found["UA:Volodymyr Zelenskyy"].kind == "person"
    assert found["RU:Kursk"].kind == "place"
    assert found["MSMT"].kind == "body"
    assert found["KP:troops"].kind == "group"
    assert "Pyongyang" in {naming.text for naming in found["KP"].namings}


@given(
    st.permutations(
        ["KP:Kim Jong Un", "KP:Kim Jong-un", "UA:Volodymyr Zelenskiy", "UA:Volodymyr Zelenskyy", "MSMT"]
    )
)
def test_order_of_claims_changes_nothing(order: list[str]) -> None:
    expected = resolve(readings(*[claim(PAPER, by=one) for one in sorted(order)]))
    assert resolve(readings(*[claim(PAPER, by=one) for one in order])) == expected
