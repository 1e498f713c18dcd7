"""Laws of fusing that hold for any claims: order, copies, denials, pledges, the interval of lines."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from embargo.findings import fuse
from embargo.vocabulary import Claim, Document, Finding, Item, Reading
from tests.findings.claims import LATE_2024, Y2024, amount, claim, days, document, from_schema, readings
from tests.shared import shared

PUBLISHERS = ("A", "B", "C", "MSMT", "KR National Intelligence Service", "Ministry of Defence of Ukraine")
DOCUMENTS = [document(name, f"2025-05-{20 + place}") for place, name in enumerate(PUBLISHERS)]

claims_ = st.builds(
    lambda place, event, way, item, said, by, when, modality, salt, additional: claim(
        DOCUMENTS[place],
        event,
        giver=way[0],
        taker=way[1],
        item=item,
        said=said,
        by=by,
        time=when,
        modality=modality,
        additional=additional,
        quote=f"sentence number {salt} of what the paper has to say about it",
    ),
    st.integers(0, len(PUBLISHERS) - 1),
    st.sampled_from(["transfer.materiel", "ship.cargo", "deploy.personnel"]),
    st.sampled_from([("KP", "RU"), ("RU", "KP"), ("", "RU"), ("KP", "")]),
    st.sampled_from(["missile", "missile.ballistic", "munition.shell", "personnel.military", ""]),
    st.sampled_from(["", "at least 100", "over 100", "about 148", "nearly 100", "up to 250", "50", "150"]),
    st.sampled_from(["", "MSMT", "KR:National Intelligence Service", "US:officials", "UA:GUR", "KP"]),
    st.sampled_from(
        [None, Y2024, LATE_2024, days("2025-01-01", "2025-03-31"), days("2023-09-01", None, "since")]
    ),
    st.sampled_from(["asserted", "asserted", "alleged", "acknowledged", "denied", "pledged", "considered"]),
    st.integers(0, 5),
    st.booleans(),
)
cases = st.lists(claims_, min_size=1, max_size=12)


def fused(claims: Sequence[Claim]) -> Any:
    return fuse(DOCUMENTS, readings(*claims))


@settings(max_examples=60, deadline=None)
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_documents_changes_nothing(claims: list[Claim], shuffler: Any) -> None:
    first = fused(claims)
    turned, papers = list(claims), list(DOCUMENTS)
    shuffler.shuffle(turned)
    shuffler.shuffle(papers)
    assert fuse(papers, readings(*turned)) == first


@settings(max_examples=60, deadline=None)
@given(cases)
def test_every_claim_is_in_a_finding_or_left_out_with_a_reason(claims: list[Claim]) -> None:
    fusion = fused(claims)
    placed = {one for finding in fusion.findings for one in (*finding.claims, *finding.against)}
    placed |= {stance.claim for finding in fusion.findings for stance in finding.stances}
    assert {one.id for one in claims} <= placed | {one for one, reason in fusion.left_out if reason}


@settings(max_examples=60, deadline=None)
@given(cases)
def test_the_lowest_count_of_lines_is_never_above_the_highest(claims: list[Claim]) -> None:
    for finding in fused(claims).findings:
        assert 0 <= finding.lines.k_min <= finding.lines.k_max <= len(finding.lines.origins)
        assert bool(finding.claims) == bool(finding.lines.k_min)


@settings(max_examples=60, deadline=None)
@given(cases)
def test_no_pledge_or_wish_is_ever_done(claims: list[Claim]) -> None:
    wishes = {one.id for one in claims if one.modality in ("pledged", "considered")}
    for finding in fused(claims).findings:
        if finding.stage in ("done", "alleged"):
            assert not wishes & set(finding.claims)
        else:
            assert set(finding.claims) <= wishes


@settings(max_examples=60, deadline=None)
@given(cases)
def test_a_denial_changes_no_bound_and_no_line(claims: list[Claim]) -> None:
    without = {
        one.id: (one.bounds, one.lines)
        for one in fused([c for c in claims if c.modality != "denied"]).findings
    }
    with_ = {one.id: (one.bounds, one.lines) for one in fused(claims).findings if one.claims}
    assert with_ == without


@settings(max_examples=60, deadline=None)
@given(cases)
def test_ids_are_unique_and_links_lead_somewhere(claims: list[Claim]) -> None:
    findings = fused(claims).findings
    ids = [one.id for one in findings]
    assert len(set(ids)) == len(ids)
    assert all(near.finding in ids and near.finding != one.id for one in findings for near in one.near)


def weights(findings: Sequence[Finding]) -> dict[str, Any]:
    return {
        one.id: (
            one.lines.k_min,
            one.lines.k_max,
            [(bound.range, bound.floor, bound.words) for bound in one.bounds],
            one.confidence,
            one.status,
            one.headline,
        )
        for one in findings
    }


def seed(publisher: str, day: str) -> tuple[Document, Reading]:
    source = document(publisher, day)
    return source, from_schema(shared("claims", "seed_gold.json"), source)


def test_ten_copies_of_the_article_under_other_names_add_no_line() -> None:
    first = seed("Bloomberg", "2025-05-29")
    copies = [seed(f"Copying paper {place}", f"2025-06-{place + 1:02}") for place in range(10)]
    alone = fuse([first[0]], [first[1]])
    many = fuse([first[0], *(one for one, _ in copies)], [first[1], *(one for _, one in copies)])
    assert weights(many.findings) == weights(alone.findings)
    assert all(one.lines.documents == 11 for one in many.findings)
    assert all(len(origin.publishers) == 11 for one in many.findings for origin in one.lines.origins)


def test_a_copied_publishers_voice_is_named_after_the_earliest_document() -> None:
    early, late = seed("Zeitung", "2025-05-28"), seed("Abendblatt", "2025-05-30")
    fusion = fuse([late[0], early[0]], [late[1], early[1]])
    captured = next(one for one in fusion.findings if one.id.startswith("capture-personnel"))
    assert [origin.name for origin in captured.lines.origins] == ["Zeitung"]
    assert captured.lines.ties[0].grade == "same text"


@settings(max_examples=40, deadline=None)
@given(cases, st.integers(1, 4))
def test_copies_of_any_document_add_no_line(claims: list[Claim], times: int) -> None:
    """Copies carry the same words and attributions; only the publisher's name differs."""
    single = [one for one in claims if one.document == DOCUMENTS[0].id]
    papers, copied = list(DOCUMENTS), list(single)
    for number in range(times):
        paper = document(f"Copy {number}", "2025-06-01", name=f"copy-{number}")
        papers.append(paper)
        copied += [_copy(one, paper) for one in single]
    before = {key: (*value[:2], value[3]) for key, value in weights(fused(single).findings).items()}
    after = {
        key: (*value[:2], value[3])
        for key, value in weights(fuse(papers, readings(*copied)).findings).items()
    }
    assert after == before


def _copy(one: Claim, paper: Document) -> Claim:
    import msgspec

    quote = msgspec.structs.replace(one.quote, document=paper.id)
    return msgspec.structs.replace(one, id=f"{one.id}-{paper.id}", document=paper.id, evidence=quote)


def test_visas_that_go_with_workers_make_no_finding_of_their_own() -> None:
    workers, visas = (
        Item(None, None, None, "labour.worker", amount("8000")),
        Item(None, None, None, "visa", None),
    )
    for items, thing in (((workers, visas), "labour.worker"), ((visas,), "visa")):
        sent = claim(DOCUMENTS[0], "labour.dispatch", actor="KP", taker="RU", items=items)
        assert [finding.item for finding in fused([sent]).findings] == [thing]
