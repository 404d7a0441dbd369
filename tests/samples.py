"""A dozen statements of the founding document, made by hand, for the tests that need no extractor."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from graph.iri import entity_id
from graph.model import (
    Contact,
    Document,
    Entity,
    Evidence,
    Header,
    Indicator,
    Measure,
    Open,
    Piece,
    Proposal,
    Relation,
    Repair,
    Responsibility,
    Section,
    Span,
    Statements,
)

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"
RAW = FOUNDING.read_text("utf-8")
HOME = "330282"
BUREAU, GROUP, CENTRE, RULES = "慈溪市科学技术局", "公牛集团", "智能家电技术创新中心", "慈溪市产业创新平台管理暂行办法"
AGENCY, FIRM = entity_id("agency", BUREAU, HOME), entity_id("enterprise", GROUP)
PLATFORM, POLICY = entity_id("platform", CENTRE), entity_id("policy", RULES, HOME)
LEAD = "公牛集团牵头申报的智能家电技术创新中心成功入选宁波首批技术创新中心名单"
TITLE = "产业创新平台一体化布局"


def document_of(raw: str, header: Header) -> Document:
    """A document whose view is its raw text."""
    digest = hashlib.sha256(raw.encode()).hexdigest()
    return Document("sample", raw, raw, raw, (Piece(0, 0, len(raw)),), header, body=Span(0, len(raw)), sha256=digest)


def at(quote: str) -> tuple[Evidence, ...]:
    """The first place of the founding document where these words stand."""
    start = RAW.index(quote)
    return (Evidence(start, start + len(quote), quote),)


def sample() -> Statements:
    return Statements(
        _document(), "330282/cikejian-2025-1", HOME, _entities(), (_measure(),), _indicators(), _duties(),
        relations=(Relation(BUREAU, AGENCY, "issued", RULES, POLICY, "issue-verb", at(RULES), 0.9),),
        open=(Open("unresolved", "两平台", "两个候选", at("中国科学院两平台"), ("乙", "甲")),))


def _document() -> Document:
    start = RAW.index("一是" + TITLE)
    return replace(
        document_of(RAW, _header()),
        sections=(
            Section("1", "（二）", "heading", 1, "科创平台", Span(start - 9, start + 90), Span(start - 9, start - 2)),
            Section("1.1", "一是", "item", 2, TITLE, Span(start, start + 90), Span(start, start + 13), "1")),
        repairs=(Repair("repeated-run", 900, 910, guessed=True, note="接缝"),))


def _header() -> Header:
    return Header(
        genre="reply", title="对市人大十八届四次会议第17号建议的答复", number="慈科建〔2025〕1号", year=2025,
        issuer=BUREAU, issuers=(BUREAU,), signer="胡志远", category="A", addressees=("张迪煊",),
        subject="关于推动传统家电产业转型升级的建议", proposal=Proposal("市人大十八届四次会议", 17),
        cc=("市经信局", "市商务局"), contact=Contact("魏佳锦", "89591370"),
        witness={"issuer": at(BUREAU), "number": at("慈科建〔2025〕1号")}, inferred=("genre",))


def _entities() -> tuple[Entity, ...]:
    return (
        Entity(AGENCY, "agency", BUREAU, ("我局",), at(BUREAU), area=HOME),
        Entity(FIRM, "enterprise", GROUP, (), at(GROUP), confidence=0.95, rule="name"),
        Entity(POLICY, "policy", RULES, (), at(RULES), area=HOME, state="issued", period=("2024", "2026")),
        Entity(PLATFORM, "platform", CENTRE, (), at(CENTRE)))


def _measure() -> Measure:
    start = RAW.index("一是" + TITLE)
    return Measure("1.1", TITLE, LEAD, ("1",), "done", at(LEAD), span=Span(start, start + 90))


def _indicators() -> tuple[Indicator, ...]:
    return (
        Indicator("n/a2", "规上家电企业", "497", "家", at("规上家电企业 497 家"), time="2024", base_value="497",
                  base_unit="家"),
        Indicator("n/a1", "营收", "949", "亿元", at("实现营收 949 亿元，同比增长 11.4%"), "规上家电企业", "2024",
                  "11.4", base_value="94900000000", base_unit="元", area=HOME, measure="1.1", rule="number"))


def _duties() -> tuple[Responsibility, ...]:
    return (
        Responsibility(TITLE, "1.1", LEAD, BUREAU, AGENCY, "lead", "issuer", "issuer-answers", 0.6, at(BUREAU),
                       (BUREAU,)),
        Responsibility(CENTRE, PLATFORM, "", GROUP, FIRM, "lead", "stated", "lead-verb", 0.95, at(LEAD), (GROUP,)))
