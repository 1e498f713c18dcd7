"""Russian and Korean: every slot of claims read from sentences of our own, and what must not be read."""

import pytest

from tests.claims.reading import amounts, claims, days, events, only, read, sides, speakers


def test_a_russian_delivery_has_both_sides_its_things_its_time_and_its_speaker() -> None:
    text = "По оценке Сеула, с сентября 2023 года Пхеньян отправил в Россию от 8 до 10 млн артиллерийских снарядов."
    claim = only(text)
    assert (claim.event, claim.modality, claim.polarity) == ("transfer.materiel", "asserted", "positive")
    assert sides(claim) == (["KP"], ["RU"])
    assert amounts(claim) == [("munition.shell", "range", "8000000", "10000000", "round")]
    assert days(claim) == ("2023-09-01", None)
    assert claim.time is not None
    assert claim.time.relation == "since"
    assert [(s.canonical, s.mode) for s in claim.attribution] == [
        ("KR", "indirect"),
        ("publisher:The Courier", "publisher"),
    ]
    assert claim.quote.text == text


def test_russian_soldiers_arrive_in_a_place_whose_state_receives_them() -> None:
    claim = only(
        "Около 12 тысяч северокорейских солдат прибыли в Курскую область в октябре 2024 года, сообщила 2 ноября "
        "южнокорейская разведка."
    )
    assert claim.event == "deploy.personnel"
    assert sides(claim) == (["KP"], ["RU"])
    assert claim.recipient[0].implicit
    assert amounts(claim) == [("personnel.military", "about", "12000", "12000", "count")]
    assert [(p.text, p.canonical, p.role) for p in claim.places] == [
        ("Курскую область", "RU:Kursk", "destination")
    ]
    assert days(claim) == ("2024-10-01", "2024-10-31")
    assert claim.said_time is not None
    assert str(claim.said_time.first) == "2024-11-02"
    assert speakers(claim) == ["KR:intelligence"]


def test_russian_words_of_intent_keep_a_deed_from_being_done() -> None:
    moods = {
        "Ким Чен Ын пообещал отправить в Россию ещё 6000 солдат.": "pledged",
        "Пхеньян направит в Россию тысячу сапёров.": "planned",
        "Минобороны РФ рассматривает возможность закупить у Ирана беспилотники.": "considered",
        "Россия может передать КНДР технологии спутников.": "conditional",
        "КНДР якобы передала России танки.": "alleged",
        "Москва попросила КНДР поставить снаряды.": "requested",
    }
    assert {text: only(text).modality for text in moods} == moods


def test_russian_roles_follow_ending_preposition_and_order() -> None:
    assert sides(only("России КНДР поставила 300 гаубиц.")) == (["KP"], ["RU"])
    assert sides(only("Китай закупил у КНДР 50 тысяч тонн угля.")) == (["KP"], ["CN"])
    assert sides(only("В Россию было отправлено более 20 тысяч контейнеров.")) == ([], ["RU"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Россия поставила КНДР более миллиона баррелей нефти.", ("more_than", "1000000", "None", "barrel")),
        ("Россия поставила КНДР не менее 1,5 млн баррелей нефти.", ("at_least", "1500000", "None", "barrel")),
        ("Россия поставила КНДР почти 900 тысяч тонн нефти.", ("less_than", "None", "900000", "tonne")),
        ("Россия поставила КНДР до 40 тыс. тонн нефти.", ("at_most", "None", "40000", "tonne")),
        ("Россия поставила КНДР 12 500 тонн нефти.", ("exact", "12500", "12500", "tonne")),
        ("러시아는 북한에 원유 100만 배럴 이상을 공급했다.", ("at_least", "1000000", "None", "barrel")),
        ("러시아는 북한에 100만 배럴이 넘는 원유를 공급했다.", ("more_than", "1000000", "None", "barrel")),
        ("러시아는 북한에 원유 약 1만2천500톤을 공급했다.", ("about", "12500", "12500", "tonne")),
        ("러시아는 북한에 원유 3만 톤 미만을 공급했다.", ("less_than", "None", "30000", "tonne")),
        ("러시아는 북한에 최대 5만 톤의 원유를 공급했다.", ("at_most", "None", "50000", "tonne")),
    ],
)
def test_bounds_scales_and_units(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert [amount[1:] for amount in amounts(only(text))] == [wanted]


def test_a_calibre_counts_nothing() -> None:
    assert amounts(only("КНДР передала России 240-мм РСЗО.")) == []
    assert amounts(only("북한은 러시아에 240㎜ 방사포를 보냈다.")) == []


def test_a_party_that_confirms_its_own_deed_acknowledges_it() -> None:
    claim = only("Путин подтвердил, что военные из КНДР воюют в Курской области.")
    assert (claim.event, claim.modality) == ("combat.participate", "acknowledged")
    assert sides(claim) == (["KP:troops"], [])
    assert [(p.canonical, p.role) for p in claim.places] == [("RU:Kursk", "location")]
    assert only("Сеул подтвердил, что КНДР поставила России ракеты.").modality == "asserted"
    assert only("북한은 쿠르스크에 병력을 파병한 사실을 인정했다.").modality == "acknowledged"


def test_denials_take_the_deed_where_it_is_said_and_else_are_a_stance() -> None:
    own = only("Москва отрицает, что получала снаряды от Пхеньяна.")
    assert (own.event, own.modality, own.polarity) == ("transfer.materiel", "denied", "negative")
    assert sides(own) == (["KP"], ["RU"])
    bare = only("Песков назвал эти сообщения фейком.")
    assert (bare.event, sides(bare)) == ("statement.deny", (["RU:Dmitry Peskov"], []))
    never = only("북한 외무성은 러시아에 무기를 수출한 적이 없다고 주장했다.")
    assert (never.event, never.modality, never.polarity) == ("transfer.materiel", "denied", "negative")
    reports = only("러시아 외무부는 이 주장을 “날조”라고 일축했다.")
    assert (reports.event, reports.modality) == ("statement.deny", "denied")
    assert amounts(only("크렘린궁은 북한에서 미사일 50발을 받았다는 보도를 부인했다.")) == []


def test_a_korean_sentence_puts_the_speaker_before_and_the_verb_last() -> None:
    claim = only("국정원은 29일 북한이 지난해 10월부터 러시아에 병력 1만1천여 명을 파병했다고 밝혔다.")
    assert (claim.event, claim.modality, claim.polarity) == ("deploy.personnel", "asserted", "positive")
    assert sides(claim) == (["KP"], ["RU"])
    assert amounts(claim) == [("personnel.military", "more_than", "11000", "None", "count")]
    assert days(claim) == ("2024-10-01", None)
    assert claim.said_time is not None
    assert str(claim.said_time.first) == "2025-05-29"
    assert speakers(claim) == ["KR:National Intelligence Service"]


def test_korean_particles_tell_giver_from_taker() -> None:
    claim = only("우크라이나 정보총국은 러시아가 북한에서 170㎜ 자주포 120문을 받았다고 밝혔다.")
    assert sides(claim) == (["KP"], ["RU"])
    assert amounts(claim) == [("artillery.spg", "exact", "120", "120", "count")]
    assert speakers(claim) == ["UA:Defence Intelligence"]


def test_korean_losses_are_people_of_their_state() -> None:
    claim = only("북한군 약 600명이 쿠르스크에서 숨졌다고 국정원은 전했다.")
    assert claim.event == "casualty"
    assert sides(claim) == (["KP"], [])
    assert amounts(claim) == [("personnel.military.killed", "about", "600", "600", "count")]


def test_one_verb_with_things_of_two_kinds_is_two_deeds() -> None:
    found = claims("북한은 러시아에 공병 1천 명과 건설 노동자 5천 명을 보내기로 했다고 쇼이구가 17일 말했다.")
    assert [(c.event, c.modality) for c in found] == [
        ("deploy.personnel", "planned"),
        ("labour.dispatch", "planned"),
    ]
    assert [amounts(c)[0][2] for c in found] == ["1000", "5000"]
    assert all(speakers(c) == ["RU:Sergei Shoigu"] for c in found)


def test_thefts_port_calls_and_visits_are_read() -> None:
    theft = only("Северокорейские хакеры похитили криптовалюту на 1,5 млрд долларов в феврале.")
    assert (theft.event, amounts(theft)) == (
        "theft.cyber",
        [("money", "exact", "1500000000", "1500000000", "USD")],
    )
    assert days(theft) == ("2025-02-01", "2025-02-28")
    call = only("Российский танкер вошёл в порт Восточный 14 марта.")
    assert (call.event, [p.canonical for p in call.places]) == ("vessel.portcall", ["RU:Vostochny"])
    assert events("푸틴 러시아 대통령은 지난해 6월 19일 북한을 방문했다.") == ["visit.official"]


def test_what_is_not_said_stays_empty() -> None:
    claim = only("КНДР экспортировала уголь.")
    assert (sides(claim), amounts(claim), claim.time, claim.places) == ((["KP"], []), [], None, ())
    claim = only("북한은 무기를 수출했다.")
    assert (sides(claim), amounts(claim), claim.time, claim.places) == ((["KP"], []), [], None, ())


def test_times_without_a_day_of_publication_stay_open() -> None:
    assert days(claims("КНДР поставила России снаряды в апреле.", day=None)[0]) == (None, None)
    assert days(claims("북한은 지난달 러시아에 포탄을 보냈다.", day=None)[0]) == (None, None)


def test_ukrainian_is_not_read_as_russian() -> None:
    reading = read("Північна Корея передала Росії снаряди. Москва заперечила постачання ракет.")
    assert reading.claims == ()
    assert {s.standing for s in reading.sentences} == {"not understood"}
    assert all("language uk" in s.reason for s in reading.sentences)


def test_a_russian_text_that_quotes_one_ukrainian_name_is_still_read() -> None:
    text = "КНДР поставила России снаряды, сообщил Сеул. Об этом писала «Українська правда». Дождь в Пхеньяне был сильным, это мы видели."
    assert events(text) == ["transfer.materiel"]


@pytest.mark.parametrize(
    "text",
    ["Вчера в Сеуле прошёл сильный дождь.", "서울에는 종일 비가 내렸다.", "В парке открыли выставку роз."],
)
def test_a_sentence_with_no_deed_gives_nothing_and_says_so(text: str) -> None:
    reading = read(text)
    assert reading.claims == ()
    assert [s.standing for s in reading.sentences] == ["no event"]
    assert all(s.reason for s in reading.sentences)


def test_quotes_are_verbatim_and_chains_end_with_the_publisher() -> None:
    text = "Пролог.\n\nКНДР поставила России снаряды.\n\n북한은 러시아에 포탄을 보냈다."
    for claim in claims(text):
        assert text[claim.quote.start : claim.quote.end] == claim.quote.text
        assert claim.attribution[-1].mode == "publisher"
        spans = [(m.text, m.start, m.end) for m in (*claim.supplier, *claim.recipient)]
        spans += [(item.text, item.start, item.end) for item in claim.items]
        assert len(spans) == 3
        assert all(text[start:end] == written for written, start, end in spans)


def test_who_is_accused_gives_and_who_accuses_speaks() -> None:
    claim = only("Вашингтон обвинил Пхеньян в поставке России более 10 тысяч контейнеров с боеприпасами.")
    assert (claim.event, claim.modality) == ("transfer.materiel", "alleged")
    assert sides(claim) == (["KP"], ["RU"])
    assert speakers(claim) == ["US"]
    assert amounts(claim) == [("container", "more_than", "10000", "None", "container")]


def test_a_noun_that_could_give_or_receive_is_seated_nowhere() -> None:
    found = claims("Париж осудил поставки России снарядов из КНДР.")
    assert [sides(claim) for claim in found] == [(["KP"], [])]


def test_absence_of_evidence_is_negative_and_no_denial() -> None:
    for text in (
        "Сеул не смог подтвердить, что КНДР поставила России танки.",
        "북한이 무기를 러시아에 보냈는지 확인되지 않았다.",
        "북한이 러시아에 미사일을 보냈다는 증거는 없다.",
    ):
        claim = only(text)
        assert (claim.modality, claim.polarity) == ("asserted", "negative"), text
        assert sides(claim) == (["KP"], ["RU"])


def test_who_does_not_deny_has_not_denied() -> None:
    assert events("Москва не отрицает этих сообщений.") == []
    claim = only("Москва не отрицает, что КНДР поставила ей снаряды.")
    assert (claim.modality, claim.polarity) == ("asserted", "positive")


def test_killed_and_wounded_are_two_losses_of_the_same_people() -> None:
    found = claims("북한군 300명이 사망하고 2천700명이 부상했다고 국정원이 밝혔다.")
    assert [amounts(claim) for claim in found] == [
        [("personnel.military.killed", "exact", "300", "300", "count")],
        [("personnel.military.wounded", "exact", "2700", "2700", "count")],
    ]
    assert [sides(claim)[0] for claim in found] == [["KP"], ["KP"]]


def test_a_route_gives_the_sides_with_a_doubt() -> None:
    claim = only("Судно «Ангара» доставило из порта Раджин в порт Дунай 200 контейнеров с боеприпасами.")
    assert sides(claim) == (["KP"], ["RU"])
    assert [(p.canonical, p.role) for p in claim.places] == [
        ("KP:Rajin", "origin"),
        ("RU:Dunay", "destination"),
    ]
    assert [v.canonical for v in claim.vessels] == ["vessel:ANGARA IMO 9179842"]
    assert claim.doubts


def test_a_month_without_a_year_is_the_last_for_deeds_and_the_next_for_plans() -> None:
    assert days(only("КНДР отправила в Россию солдат в июле.")) == ("2024-07-01", "2024-07-31")
    assert days(only("КНДР готовится отправить в Россию солдат в июле.")) == ("2025-07-01", "2025-07-31")
    assert days(only("북한은 내달 러시아에 병력을 파병할 예정이다.")) == ("2025-06-01", "2025-06-30")


def test_what_a_resolution_forbids_is_law_and_no_event() -> None:
    for text in (
        "Резолюция 2397 запрещает поставлять в КНДР более 500 тысяч баррелей нефтепродуктов в год.",
        "안보리 결의 2397호는 북한에 연간 50만 배럴을 초과하는 정제유 공급을 금지한다.",
    ):
        assert [(s.standing, s.claims) for s in read(text).sentences] == [("law", ())]


def test_those_who_speak_in_a_capital_speak_for_it() -> None:
    claim = only(
        "В Сеуле заявили, что с марта по ноябрь прошлого года Россия поставила КНДР более миллиона баррелей нефти."
    )
    assert speakers(claim) == ["KR"]
    assert sides(claim) == (["RU"], ["KP"])
    assert days(claim) == ("2024-03-01", "2024-11-30")


def test_a_call_is_at_the_port_that_is_reached() -> None:
    for text in (
        "Сухогруз «Леди Р» вышел из порта Раджин и прибыл в порт Дунай.",
        "러시아 화물선이 나진항에서 컨테이너를 싣고 두나이항에 입항했다.",
    ):
        assert [(p.canonical, p.role) for p in only(text).places] == [("RU:Dunay", "location")]


def test_soldiers_act_though_their_number_carries_the_particle() -> None:
    claim = only("우크라이나군 총참모부는 북한군 1만여 명이 쿠르스크에서 전투에 참가하고 있다고 전했다.")
    assert sides(claim) == (["KP:troops"], [])
    assert speakers(claim) == ["UA:General Staff"]
    assert amounts(claim) == [("personnel.military", "more_than", "10000", "None", "count")]


def test_the_part_is_counted_and_not_the_whole() -> None:
    assert amounts(only("Из 11 тысяч северокорейских солдат около 4 тысяч убиты или ранены.")) == [
        ("personnel.military.casualty", "about", "4000", "4000", "count")
    ]
    assert amounts(only("북한군 1만2천 명 가운데 4천 명이 죽거나 다쳤다.")) == [
        ("personnel.military.casualty", "exact", "4000", "4000", "count")
    ]


def test_losses_are_counted_after_their_verb() -> None:
    claim = only("По оценке британской разведки, потери войск КНДР превысили 6000 человек.")
    assert amounts(claim) == [("personnel.military.casualty", "more_than", "6000", "None", "count")]
    assert speakers(claim) == ["GB:intelligence"]


def test_who_condemns_or_asks_to_stop_a_deed_does_not_do_it() -> None:
    assert claims("Сеул призвал Пхеньян прекратить поставки оружия.") == ()
    assert claims("США осудили передачу ракет.") == ()
    assert [sides(c) for c in claims("한국 정부는 북한의 파병을 규탄했다.")] == [(["KP"], [])]


def test_an_embassy_that_denies_is_no_party_of_what_it_denies() -> None:
    claim = only("Посольство РФ в КНДР опровергло сообщения СМИ о прибытии рабочих.")
    assert (claim.event, sides(claim)) == ("statement.deny", (["RU:Embassy"], []))
    assert claims("북한은 병력 파병을 부인하지 않았다.") == ()
