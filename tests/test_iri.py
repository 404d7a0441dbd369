"""Identifiers: ASCII, the same for the same content, apart for different content."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.iri import assign, document_key, entity_id, pinyin_keys, slug
from graph.model import Header

NAMES = st.text(st.sampled_from("市科技局园原林公牛集团（）“”·0129AbＡ㎡€ \n"), max_size=12)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_a_slug_is_ascii_and_never_empty(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["agency", "platform"]), NAMES, st.sampled_from(["", "330282"])), max_size=8))
def test_ids_do_not_depend_on_order_and_keep_names_apart(names: list[tuple[str, str, str]]) -> None:
    forwards, backwards = assign(names), assign(reversed(names))
    assert forwards == backwards
    by_id: dict[str, str] = {}
    for (_, name, _), id in forwards.items():
        letters = re.sub(r"[\W_]", "", name.translate({ord("Ａ"): "A", ord("㎡"): "m2"})).lower()
        assert by_id.setdefault(id, letters) == letters


@pytest.mark.parametrize(("given", "expected"), [
    (("agency", "慈溪市科学技术局", "330282"), "agency/330282/kexuejishuju"),
    (("agency", "广州市海珠区财政局", "440105"), "agency/440105/caizhengju"),
    (("agency", "海珠区财政局", "440105"), "agency/440105/caizhengju"),
    (("institute", "宁波大学", "330200"), "institute/330200/ningbodaxue"),
    (("enterprise", "中国工商银行", ""), "enterprise/zhongguogongshangyinhang"),
    (("place", "重庆市", "500000"), "place/500000"),
    (("person", "单立人", ""), "person/shanliren"),
    (("programme", "“领雁2035”计划", "330200"), "programme/330200/lingyan2035jihua"),
])
def test_entity_ids(given: tuple[str, str, str], expected: str) -> None:
    assert entity_id(*given) == expected


@pytest.mark.parametrize(("number", "home", "expected"), [
    ("慈科建〔2025〕1号", "330282", "330282/cikejian-2025-1"),
    ("慈科建[2025]1号", "330282", "330282/cikejian-2025-1"),
    ("慈科建（２０２５）１号", "330282", "330282/cikejian-2025-1"),
    ("国函〔2013〕32号", "", "cn/guohan-2013-32"),
    ("第12号", "440300", "440300/12"),
    ("", "330282", "text/00112233445566aa"),
])
def test_document_keys(number: str, home: str, expected: str) -> None:
    assert document_key(Header(number=number), home, "00112233445566aabb") == expected


def test_what_a_hurried_reader_types() -> None:
    assert pinyin_keys("科学技术局") == ("kexuejishuju", "kxjsj")
    assert pinyin_keys("绿盾2018行动") == ("lvdun2018xingdong", "ld2018xd")
