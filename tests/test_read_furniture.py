"""A page's furniture changes nothing in the header of the document it surrounds, on many lines or on one."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Header
from graph.read import read_text

TEXTS = {
    "reply": """青溪县水利局关于县十七届人大三次会议第28号建议的答复
青水函〔2023〕28号
签发人：唐一鸣
类别：A

岳小满代表：
您提出的《关于整治北山灌渠的建议》收悉，现答复如下：
一、办理情况
我局已完成灌渠清淤12公里，投入资金300万元。
二、下步打算
我局将继续推进灌渠衬砌，争取明年完工。
感谢您对水利工作的关心和支持。
青溪县水利局
2023年6月12日
联系人：丁一舟，联系电话：0579-12345678
抄送：县人大代工委，县政府办公室。""",
    "letter": """关于市政协九届二次会议第117号提案办理情况的复函
海文旅函〔2022〕40号

民盟海州市委会：
贵单位提出的关于保护古街区的提案收悉，经研究，现将办理情况函复如下：
一是摸清家底。我局组织普查古建筑86处，建立了保护台账。
二是加强修缮。我局会同市住建局修缮民居24处。
感谢贵单位对文化旅游工作的支持。
海州市文化和旅游局
2022年8月5日""",
    "wrapped": """海州市人民政府办公室关于印发海州市数字乡村建设行动计划（2023—2025年）的通知
海政办发〔2023〕16号

各县（市、区）人民政府，市政府各部门：
《海州市数字乡村建设行动计划（2023—2025年）》已经市政府同意，现印发给你们，请认真组织实施。
海州市人民政府办公室
2023年4月3日

海州市数字乡村建设行动计划（2023—2025年）
为加快数字乡村建设，制定本行动计划。
一、主要任务
（一）完善基础设施。到2025年建成村级服务站300个。
（二）发展智慧农业。支持企业建设数字农场。""",
    "joint": """海州市财政局　海州市商务局
关于做好外贸发展专项资金申报工作的通知
海财企〔2024〕9号

各县（市、区）财政局、商务局：
为促进外贸稳定增长，现将有关事项通知如下：
一、支持范围。支持企业参加境外展会。
二、申报时间。请于5月底前报送材料。
海州市财政局　海州市商务局
2024年3月18日""",
    "measures": """青溪县促进民宿产业高质量发展若干措施
为加快民宿产业发展，结合我县实际，制定如下措施。
一、支持改造提升。对改造闲置农房发展民宿的，给予每户最高5万元补助。
二、支持品牌创建。对评为等级民宿的，给予10万元奖励。
青溪县人民政府办公室
2022年11月9日""",
    "approval": """江东省人民政府关于同意设立云台高新技术产业开发区的批复
江政函〔2019〕77号

海州市人民政府：
你市《关于设立云台高新技术产业开发区的请示》收悉。现批复如下：
一、同意设立云台高新技术产业开发区，规划面积12平方公里。
二、你市要加强组织领导，落实各项政策。
江东省人民政府
2019年9月2日""",
    "report": """政府工作报告
——2024年1月18日在青溪县第十七届人民代表大会第四次会议上
青溪县人民政府县长　唐一鸣

各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2023年工作回顾
地区生产总值完成210亿元，增长6.1%。新建学校3所。
二、2024年重点工作
推进园区建设，引进项目20个。""",
    "rules": """海州市农村公路养护管理办法
第一章　总则
第一条　为加强农村公路养护管理，根据有关法律、法规，制定本办法。
第二条　县级人民政府应当落实养护资金。
第二章　养护管理
第三条　养护单位应当每月巡查一次，及时修复损坏路段。
第四条　本办法自2021年7月1日起施行。""",
    "ministry": """水务部对十三届全国人大五次会议第6120号建议的答复
水办议〔2022〕51号

丁一舟代表：
您提出的关于加强小流域治理的建议收悉，经商财务部，现答复如下：
近年来，我部安排资金18亿元，支持各地开展小流域治理。
下一步，我部将加大支持力度，完善治理标准。
感谢您对水务工作的关心和支持。
水务部
2022年7月20日""",
    "tasks": """海州市2023年民生实事任务分解方案
为确保完成民生实事，现制定任务分解方案如下。
一、改造老旧小区40个，惠及居民6000户。牵头单位：市住建局。配合单位：市城管局。
二、新增养老床位800张，建成街道养老服务中心6个。牵头单位：市民政局。
三、新建口袋公园12个，年内全部开放。牵头单位：市园林局。
海州市人民政府办公室
2023年2月6日""",
}

FIELDS = ("genre", "title", "number", "year", "date", "issuer", "issuers", "signer", "category", "addressees",
          "subject", "proposal", "cc", "contact")
OWN = ("signer", "category", "addressees", "subject", "proposal", "cc", "contact")  # no index may add these


class Site(NamedTuple):
    """Page furniture above the title, between title and text, and below the text; ``{…}`` are header fields."""

    above: str = ""
    between: str = ""
    below: str = ""


SITES = {
    "path": Site("当前位置：首页 > 政务公开 > 法定主动公开内容 > 正文"),
    "arrows": Site("首页 » 政务公开 » 政策文件 » 详情"),
    "slashes": Site("首页/政府信息公开/法定主动公开内容/正文"),
    "pipes": Site("索引号： | 11330282/2023-00187 | 主题分类： | 综合政务 | |\n"
                  "发布机构： | {issuer} | 公开方式： | 主动公开 |\n"
                  "标 题： | {title} | ||\n文 号： | {number} | 有 效 性： | 有效 |"),
    "tabs": Site("索引号\t11330282/2023-00187\t主题分类\t综合政务\n名称\t{title}\n"
                 "文号\t{number}\t发布机构\t{issuer}\n发布日期\t2024-12-30\t有效性\t有效"),
    "colons": Site("索 引 号：11330282/2023-00187\n信息分类：工作规划\n发布机构：{issuer}\n名    称：{title}\n"
                   "文    号：{number}\n发布日期：2024-12-30\n有 效 性：有效"),
    "catalogue": Site("信息分类： 工作规划 发布机构： {issuer} 文 号： {number} 有效性： 有效 发布日期： 2024-12-30 "
                      "关键词： 名 称： {title} 索引号： 743059337/202205-00004"),
    "labels": Site("索 引 号\n07B060305201800815\n信息名称\n{title}\n文  号\n{number}\n发布日期\n2024年12月30日"),
    "bullets": Site("当前位置：首页 > 政务公开 > 文件\n• 11330282/2023-00187\n• {issuer}\n• 有效\n• 2024-12-30"),
    "listed": Site("返回顶部\n\n  • 索引号:\n\n    6107280000/2024-001005\n  • 主题分类:\n\n  • 来源:\n\n"
                   "  • 发文机构:\n\n    {issuer}\n  • 发文字号:\n\n    {number}\n  • 有效性:\n\n"
                   "  • 发布日期:\n\n    2024年12月30日 16:34\n  • 内容概述:\n"),
    "buttons": Site("", "字号：[ 大 中 小 ]\n分享到：微信 微博 QQ空间\n打印 收藏", "【打印本页】 【关闭窗口】"),
    "sourced": Site("", "发布时间：2024-12-30 09:12  来源：本站  浏览次数：1287"),
    "stamped": Site("2024-12-30 09:12:33  来源：海州日报  作者：小舟  阅读：1287次",
                    "发布日期:2024-12-30 信息来源:本网 字体:【大 中 小】"),
    "twice": Site("{title}_某某政府网\n首页 要闻 公开 服务 互动\n当前位置：首页 > 文件 > {title}"),
    "welcome": Site("今天是2024年12月30日 星期一 欢迎访问某某县人民政府网\n请输入关键字 搜索\n手机版 | 无障碍 | 登录"),
    "dashed": Site("{title} - 某某县人民政府\n{title}-建议提案-某某县政府"),
    "scope": Site("信息索引号：ABC001-0201-2023-0012 生成日期：2024-12-30 公开方式：主动公开 "
                  "公开责任部门：{issuer} 公开时限：常年公开 有效期：长期"),
    "bracket": Site("", "（发布日期：2024年12月30日  浏览次数：201）\n【字体：大 中 小】 【打印】 【关闭】"),
    "barred": Site("", "来源：某某局 | 作者：办公室 | 发布日期：2024-12-30 | 点击数：12"),
    "site": Site("某某县人民政府门户网站\n无障碍 | 长者版 | 简体 | 繁体\n首页 走进某某 政务公开 政务服务 互动交流"),
    "footer": Site("", "", "上一篇：关于开展安全检查的通知\n"
                   "下一篇：某某县防汛工作方案\n相关链接\n扫一扫在手机打开当前页\n"
                   "主办：某某县人民政府办公室  承办：某某县大数据中心\n地址：某某县人民路1号  邮编：310000\n"
                   "版权所有：某某县人民政府  备案号：浙ICP备12345678号-1\n网站标识码：3300000001"),
    "owner": Site("", "", "主办单位：某某县人民政府 联系电话：0579-1234567 地址：某某县中山路1号\n"
                  "ICP备案：浙ICP备05000001号\nCopyright © 2020 All Rights Reserved"),
    "links": Site("", "", "打印 关闭\n分享：\n"
                  "相关阅读：\n• 某某县人民政府关于表彰先进单位的决定\n• 某某县2022年工作要点\n"
                  "网站地图 | 联系我们 | 隐私声明\n版权所有 某某县人民政府 ICP备案编号：浙ICP备12345678号"),
}
BREAK = {"joint": 2}  # lines of the title


def page(name: str, *sites: Site, flat: bool = False) -> str:
    """A text as sites show it: furniture above, between title and text, and below; ``flat``: all breaks lost."""
    found, lines = HEADERS[name], TEXTS[name].split("\n")
    values = {"title": found.title, "number": found.number, "issuer": found.issuer}
    shown = [Site(*(part.format(**values) for part in site)) for site in sites]
    title, text = lines[:BREAK.get(name, 1)], lines[BREAK.get(name, 1):]
    parts = [*(site.above for site in shown), *title, *(site.between for site in shown), *text,
             *(site.below for site in shown)]
    return " ".join(" ".join(parts).split()) if flat else "\n".join(part for part in parts if part)


def changed(text: str, wanted: Header) -> dict[str, tuple[object, object]]:
    """What the clean text states, and what is read instead; an index may add what the text leaves out."""
    read = read_text(text).header
    pairs = {name: (getattr(wanted, name), getattr(read, name)) for name in FIELDS}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1] and (pair[0] or name in OWN)}


HEADERS = {name: read_text(text).header for name, text in TEXTS.items()}


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("site", SITES)
def test_no_kind_of_furniture_changes_a_header(site: str, flat: bool) -> None:
    for name, wanted in HEADERS.items():
        assert changed(page(name, SITES[site], flat=flat), wanted) == {}, name


SEVERAL = st.lists(st.sampled_from(sorted(SITES)), max_size=4, unique=True)


@given(st.sampled_from(sorted(TEXTS)), SEVERAL.filter(lambda sites: not {"dashed", "twice"} <= {*sites}), st.booleans())
@settings(max_examples=150, deadline=None)
def test_furniture_of_several_kinds_changes_no_header(name: str, sites: list[str], flat: bool) -> None:
    assert changed(page(name, *(SITES[site] for site in sites), flat=flat), HEADERS[name]) == {}


def test_a_document_quoted_on_a_news_page() -> None:
    lead = "日前，海州市人民政府办公室印发通知，对数字乡村建设作出部署，通知全文如下。"
    for name in ("wrapped", "approval", "tasks", "measures"):
        above = "某某新闻网\n当前位置：首页 > 新闻\n海州加快建设\n2023-04-06 09:00 来源：海州日报"
        assert changed(f"{above}\n{lead}\n\n{TEXTS[name]}", HEADERS[name]) == {}


def test_the_bureau_that_a_page_names_as_source_speaks_in_the_text() -> None:
    text = TEXTS["letter"].replace("海州市文化和旅游局\n2022年8月5日", "").replace("海文旅函〔2022〕40号\n", "")
    found = read_text(f"当前位置：首页 > 提案办理\n发布时间：2022-08-09 来源：海州市文化和旅游局\n{text}").header
    assert (found.issuer, found.inferred) == ("海州市文化和旅游局", ("issuer",))
