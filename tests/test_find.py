"""Names in running text: which words are one name, which are none.  All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.find import find
from graph.find.arbiter import decide
from graph.model import Document, Mention, Piece, Span
from graph.read import fold, read_text


def document(text: str) -> Document:
    return Document("t", text, text, fold(text), (Piece(0, 0, len(text)),), body=Span(0, len(text)))


def names(text: str, *types: str) -> list[str]:
    return [m.name for m in find(document(text)).mentions if not types or m.type in types]


@pytest.mark.parametrize(("text", "type", "expected"), [
    # boundaries: verbs, particles, counts, subjects
    ("推动海东湾技术转移中心建设。", "institute", ["海东湾技术转移中心"]),
    ("大力实施青年工匠培育工程，扩大规模。", "programme", ["青年工匠培育工程"]),
    ("江东大学共建车路协同联合实验室。", "platform", ["车路协同联合实验室"]),
    ("立项宁波市海洋装备研发专项15个。", "programme", ["宁波市海洋装备研发专项"]),
    ("鼓励有条件的地区建设农机应急救援中心。", "platform", ["农机应急救援中心"]),
    # coordination: one name or two
    ("组建领航企业、雏鹰企业评价委员会。", "agency", ["领航企业、雏鹰企业评价委员会"]),
    ("随着成都、深圳飞地运营成熟。", "platform", ["成都飞地", "深圳飞地"]),
    ("开展汽车更新和家具以旧换新提质行动。", "programme", ["汽车更新和家具以旧换新提质行动"]),
    ("会同发展改革委、财政部研究。", "agency", ["发展改革委", "财政部"]),
    ("依托区文体广电和旅游局办理。", "agency", ["区文体广电和旅游局"]),
    ("落实中共四川省委办公厅四川省人民政府办公厅的要求。", "agency", ["中共四川省委办公厅", "四川省人民政府办公厅"]),
    ("市人民政府所在地临翔区人民政府建立储备。", "agency", ["市人民政府", "临翔区人民政府"]),
    ("国家税务总局雅安市税务局负责。", "agency", ["国家税务总局雅安市税务局"]),
    ("新建和提升白沙、东岭、石桥菜市场。", "platform", ["白沙菜市场", "东岭菜市场", "石桥菜市场"]),
    # a sum, a clause that is cited, a kind of project, the number of an instrument in its title's marks
    ("每年安排300万元海洋渔业发展专项资金。", "programme", ["海洋渔业发展专项资金"]),
    ("提出“建设现代产业园区”的要求。", "platform", []),
    ("完成传统手工艺代表性项目调研。", "project", []),
    ("按照《关于发展茶业的意见(青政办发〔2015〕8号)》办理。", "policy", ["关于发展茶业的意见"]),
    ("开展营商环境提升年活动。", "programme", ["营商环境提升年"]),
    ("市交警支队规范中心商贸区停车。", "platform", []),
    ("缓解江东城区公办幼儿园学位紧张。", "institute", []),
    ("构建市场化科技服务平台。", "platform", []),
    ("待乡镇和有关部门选址确定，距离城镇较近。", "place", []),
    ("由区政府协调白沙镇政府办理。", "agency", ["区政府"]),
    ("白沙小镇计划创建景区。", "programme", []),
    ("开展鄱阳湖治理。", "place", []),
    # quotation marks
    ("实施“蓝湾先锋”人才培养计划。", "programme", ["“蓝湾先锋”人才培养计划"]),
    ("申报省“揽月”“摘星”项目2个。", "programme", ["揽月", "摘星"]),
    ("成立“企航之家”，服务企业。", "platform", ["企航之家"]),
    ("树立“一盘棋”理念，推动“走出去”。", "platform", []),
    ("落实“一链一方案”，精准施策。", "policy", []),
    # classes are no names
    ("建设公共服务平台和重点实验室，用好专项资金。", "platform", []),
    ("最终立项多个智能装备研发项目。", "project", []),
    ("发布重点专项申报指南41个。", "policy", []),
    ("各市、自治州人民政府，各县（市、区）人民政府。", "agency", []),
    ("支持各类农机作业公司和大型企业集团。", "enterprise", []),
    # instruments without 《》
    ("今年修订了市科技计划项目管理办法，规范流程。", "policy", ["市科技计划项目管理办法"]),
    ("拟在制订的加强社区建设的指导意见中明确。", "policy", ["加强社区建设的指导意见"]),
    # things built, parks and shows by their last word; what two 暨 joins are two
    ("新建青溪第三污水处理厂和白沙电厂，完善城镇污水处理厂。", "project", ["青溪第三污水处理厂", "白沙电厂"]),
    ("走进云帆科创园和海东新区。", "platform", ["云帆科创园", "海东新区"]),
    ("举办中国民宿发展大会暨海东龙舟邀请赛。", "programme", ["中国民宿发展大会", "海东龙舟邀请赛"]),
    ("参加第五届闽商大会，荣获第三届青溪文学奖。", "programme", ["第五届闽商大会", "第三届青溪文学奖"]),
    ("打造口袋公园景观，到位园区资金，建设世界领先科技园区。", "platform", []),
    ("落实党的十八大报告。", "policy", ["党的十八大报告"]),
    ("创排话剧《白沙往事》《青溪》，出台《江东办法》。", "policy", ["江东办法"]),
    ("与国网青溪供电公司签订协议。", "enterprise", ["国网青溪供电公司"]),
    ("与河北银行签订协议，宁波银行业贷款增长，推进宁波市银行机构改革。", "enterprise", ["河北银行"]),
    # the last of a list tells what those before it are
    ("支持白沙啤酒、海东奥斯、北辰集团建设工厂。", "enterprise", ["白沙啤酒", "海东奥斯", "北辰集团"]),
    ("推动人工智能、大数据、北辰集团深度融合。", "enterprise", ["北辰集团"]),
    # a place in a company's name is not meant where the company leads a longer name, nor one that names a region
    ("推进宁德时代白沙基地建设，融入杭州都市圈。", "place", []),
    ("建成国家青溪防护工程技术研究中心宁波分中心。", "institute", []),
    # instruments without title marks: national laws, and what is 关于 something behind a verb of issuing
    ("印发了关于推进青溪产业发展的意见，执行安全生产法，提出关于加强绿化的建议。", "policy",
     ["关于推进青溪产业发展的意见", "安全生产法"]),
    # service lines, roads by number, applications by their sound
    ("开通12366纳税缴费服务热线，上线“青溪通”“海e办”，推进“互联互通”。", "platform",
     ["12366纳税缴费服务热线", "青溪通", "海e办"]),
    ("完成国道315线改线和省道102线大修工程。", "project", ["国道315线改线", "省道102线大修工程"]),
    ("白沙汽车建设国家级青溪企业技术中心。", "platform", ["国家级青溪企业技术中心"]),
    ("市大数据公司、市属国有公司参加，市数据局、市大数据公司建立“三位一体”推进机制。", "enterprise",
     ["市大数据公司", "市大数据公司"]),
    ("建立市数据局、市大数据公司“三位一体”推进机制。", "agency", ["市数据局"]),
    # coordinated projects, companies and streets
    ("加快推动白沙电厂、海东多晶硅一体化等一批新能源项目建设。", "project", ["白沙电厂", "海东多晶硅一体化"]),
    ("白沙光伏组件、海东生物制药等12个项目建成投用。", "project", ["白沙光伏组件", "海东生物制药"]),
    ("海东大道西段、青溪老城区排水整治工程全面完工。", "project", ["海东大道西段", "青溪老城区排水整治工程"]),
    ("引进行业领军企业北辰科技、世界500强企业东海集团等12户企业。", "enterprise", ["北辰科技", "东海集团"]),
    ("局长带队到白沙、青松、长河街道调研。", "place", ["白沙街道", "青松街道", "长河街道"]),
    ("完成“送书下乡”“书法进社区”等文化惠民演出8场。", "programme", ["送书下乡", "书法进社区"]),
    ("落实“果粮间作”政策。", "policy", ["“果粮间作”政策"]),
    ("安置房项目云帆家园竣工，江东第二自来水厂投运，光伏项目9个，中储粮白沙储备库开工。", "project",
     ["云帆家园", "江东第二自来水厂", "中储粮白沙储备库"]),
    ("中储粮白沙储备库开工。", "enterprise", ["中储粮"]),
    ("支持环保与健康产业基地、航天食品产业基地。", "platform", ["环保与健康产业基地", "航天食品产业基地"]),
    ("争取四川首批数字商贸示范县。", "programme", ["四川首批数字商贸示范县"]),
    ("由市纪委监委派驻教育局纪检监察组监督。", "agency", ["市纪委监委派驻教育局纪检监察组"]),
    ("在海东地区布局建设工程研究中心、重点实验室，引导计量测试平台集聚。", "platform", []),
    ("海东新城镇、万盛镇和泥湾镇做好管理，打造基金小镇。", "place", ["海东新城镇", "万盛镇", "泥湾镇"]),
    ("结合《关于采购的意见》（市府办发〔2000〕39号）落实。", "agency", []),
    # works
    ("抓好白沙水库除险加固工程和川口至平安公路改扩建工程。", "project",
     ["白沙水库除险加固工程", "川口至平安公路改扩建工程"]),
    ("开工建设白沙机场航站楼改扩建工程，推进江东医院新院区二期。", "project",
     ["白沙机场航站楼改扩建工程", "江东医院新院区二期"]),
    ("加快沪白、江东至白沙高速建设。", "project", ["沪白高速", "江东至白沙高速"]),
    ("改造普通国省干线公路和贫困地区农村公路。", "project", []),
    ("部署“深海藻类养殖技术研究及示范”等项目。", "project", ["深海藻类养殖技术研究及示范"]),
    ("支持宁波市、舟山市建设远洋渔业补给基地。", "platform", ["远洋渔业补给基地"]),
    ("中央安排专项资金3亿元，打赢脱贫攻坚战。", "programme", ["脱贫攻坚战"]),
    ("依托“云上办”“随手拍”平台受理。", "platform", ["云上办", "随手拍"]),
    ("北辰精工、云杉科技入选省级名录。", "enterprise", ["北辰精工", "云杉科技"]),
    ("江东中学、白沙小学入选省级名录。", "enterprise", []),
    ("示范市、县政府组织实施，县（市）政府落实。", "agency", []),
    ("印发实施《关于提升职业技能的实施意见》。", "policy", ["关于提升职业技能的实施意见"]),
    ("建成国际激光与光电科技企业孵化器。", "platform", ["国际激光与光电科技企业孵化器"]),
    ("在重庆涪陵工业园区建厂，改造海东路步行街。", "platform", ["重庆涪陵工业园区", "海东路步行街"]),
    ("以香港海明、富贵集团等为龙头，引进北辰光电、云杉科技等9家企业。", "enterprise",
     ["香港海明", "富贵集团", "北辰光电", "云杉科技"]),
    ("荣获“创新之鼎”，开展“大走访”。", "programme", ["创新之鼎"]),
    ("管好海东山风景区，用好“皖事通”，建设白沙抽水蓄能电站。", "platform", ["海东山风景区", "皖事通"]),
    ("康佳、北辰光电、立讯精密产值提高，云杉科技获评省级名录。", "enterprise",
     ["康佳", "北辰光电", "立讯精密", "云杉科技"]),
    ("滁州学院、江东中学参加。", "institute", ["滁州学院", "江东中学"]),
    ("省科技厅认定海东省重点实验室。", "agency", ["省科技厅"]),
    ("成立江东市疫情防控指挥部，制定制造业数字化赋能行动方案。", "agency", ["江东市疫情防控指挥部"]),
    ("全州博物馆、县两级政府门户网站同步开放，修建江东博物馆。", "institute", ["江东博物馆"]),
    ("推进“一网通办”改革，维护不可移动文物。", "agency", []),
    ("长沙县、长沙经开区成为示范。", "platform", ["长沙经开区"]),
    ("获得鲁班奖和国家科学技术进步奖。", "programme", ["鲁班奖", "国家科学技术进步奖"]),
    ("建设宁波先进光源、深地热流实验装置和杭州综合性国家科学中心，推进“东海药谷”提质。", "platform",
     ["宁波先进光源", "深地热流实验装置", "杭州综合性国家科学中心", "东海药谷"]),
    ("举办“红船杯”浙江省青年创业大赛。", "programme", ["“红船杯”浙江省青年创业大赛"]),
    ("依托中国科学院宁波分院建设。", "institute", ["中国科学院宁波分院"]),
    ("浙江萧山医院牵头，萧山区落实。", "institute", ["浙江萧山医院"]),
    ("发挥中国物资与采购联合会作用。", "association", ["中国物资与采购联合会"]),
    ("政协十四届浙江省委员会召开会议，各地区铁路管理局参加。", "agency", []),
    ("境内A股上市公司21家，北辰投资集团精密轴承项目投产。", "project", ["北辰投资集团精密轴承项目"]),
    ("境内A股上市公司21家。", "enterprise", []),
    ("苏州高新区分列第五。", "platform", ["苏州高新区"]),
    ("省财政投入职业教育专项资金3亿元。", "programme", []),
    ("中科院江东医工所、省林科院、市职业中专参加。", "institute", ["中科院江东医工所", "省林科院", "市职业中专"]),
    ("国网浙江省电力有限公司、中国移动浙江公司落实。", "enterprise", ["国网浙江省电力有限公司", "中国移动浙江公司"]),
    ("修编市国土空间总体规划（2021—2035年），用好“江东工业20条”。", "policy",
     ["市国土空间总体规划（2021—2035年）", "江东工业20条"]),
    ("成立市推进政府职能转变协调小组，配合生态环境部华东督察局。", "agency",
     ["市推进政府职能转变协调小组", "生态环境部华东督察局"]),
    ("开展“春雨行动”“岗位援助月”等活动，举办世界算力大会，创建全国文明城市。", "programme",
     ["春雨行动", "岗位援助月", "世界算力大会", "全国文明城市"]),
    ("实施“甲乙”工程、文化惠民工程和青年安居工程。", "programme", ["“甲乙”工程", "文化惠民工程", "青年安居工程"]),
    ("落实渔船购置补贴，开展违建别墅专项治理。", "programme", ["渔船购置补贴", "违建别墅专项治理"]),
    ("改造提升S315省道，建设引白济青工程。", "project", ["S315省道", "引白济青工程"]),
    ("市体育中心、海东国际开放枢纽建成。", "platform", ["市体育中心", "海东国际开放枢纽"]),
    ("建设博士后工作站、社区养老服务中心、国家5A级旅游景区和国家虚拟现实创新中心。", "platform",
     ["国家虚拟现实创新中心"]),
    ("中铁工程装备集团投产。", "enterprise", ["中铁工程装备集团"]),
    ("培育文旅小镇和美丽乡村。", "place", []),
    ("建设浙江省数字政府，成立副市长任组长、市教育局等单位为成员的海湾建设推进工作小组。", "agency",
     ["市教育局", "海湾建设推进工作小组"]),
    ("支持海东国际生物城内北辰医药、云杉、立讯、康佳等企业。", "enterprise", ["云杉", "立讯", "康佳"]),
    ("引进了了甲、了乙等企业。", "enterprise", []),
    ("实施农村公路提质改造工程，由于无工程计划，暂缓。", "programme", ["农村公路提质改造工程"]),
    ("海东光电智能制造产业园落地江东工业园。", "platform", ["海东光电智能制造产业园", "江东工业园"]),
    ("县财政局会同县水利局报送，向上争取水系连通项目7个。", "place", []),
    ("纪念性公园、游乐公园由区人民政府公园行政主管部门管理。", "platform", []),
    ("支持民间投资参与重大工程建设，选派医学院校毕业生。", "programme", []),
    ("选派适量医学院校毕业生。", "institute", []),
    ("市物业管理协会参加，市行业协会监督。", "association", ["市物业管理协会"]),
    ("推行“就近办”“跨域通办”，由“市创建办”负责。", "agency", ["市创建办"]),
    ("市财政安排县水务局工作经费50万元。", "agency", ["县水务局"]),
    ("灌溉主要依赖东山口水库。", "project", ["东山口水库"]),
])
def test_names_of_a_type(text: str, type: str, expected: list[str]) -> None:
    assert names(text, type) == expected


def test_an_enumeration_gives_the_whole_and_each_part() -> None:
    found = names("实施“品质提升、渠道拓展、人才引育”等三大工程。", "programme")
    assert found == ["品质提升", "渠道拓展", "人才引育", "三大工程"]


def test_parts_included_in_a_whole_share_its_kind() -> None:
    found = names("研发专项包括攻关专项、开发专项和应用专项，按流程管理。", "programme")
    assert found[-3:] == ["攻关专项", "开发专项", "应用专项"]


def test_a_defined_short_form_is_read_to_the_end() -> None:
    text = "对海东钢铁（集团）有限公司（以下简称“海钢”）等进行调研。2023年海钢投资4800万元。"
    assert names(text, "enterprise") == ["海东钢铁（集团）有限公司"] * 3


def test_two_names_of_one_thing_in_a_bracket_are_one() -> None:
    text = "支持海东区青年创业服务中心（海东区青年之家）建设。"
    assert set(names(text, "platform")) == {"海东区青年创业服务中心"}


def test_every_body_of_a_duty_list_is_an_agency() -> None:
    text = "（一）招引项目。开展对接。（责任单位：区投促中心、海湾公司筹备处）"
    assert names(text, "agency") == ["区投促中心", "海湾公司筹备处"]


@pytest.mark.parametrize(("text", "expected"), [
    ("指定李建国主任办理，经王志远副秘书长和张明华局长审核。", ["李建国", "王志远", "张明华"]),
    ("市政协委员李建国、省人大代表王志远到会。", ["李建国", "王志远"]),
    ("授予李建国、王志远2023年度市长质量奖。", ["李建国", "王志远"]),
    ("省委书记王志远、市长李建国到江东调研，副市长任组长。", ["王志远", "李建国"]),
    ("李明远总理率有关部门同志赴海东。", ["李明远"]),
    ("组　长：欧阳明　　主任", ["欧阳明"]),
    ("有关负责同志和各单位代表参加。", []),
    ("张国代表、李晓明委员提出。", ["李晓明"]),
    ("江东区委书记连志远，副市长李明深入园区，副主任王海签署协议。", ["连志远", "李明", "王海"]),
    ("联系人：王志远、李明", ["王志远", "李明"]),
    ("县长安排部署，市委常委单独汇报。", []),
])
def test_persons_need_an_office_or_a_role(text: str, expected: list[str]) -> None:
    assert [name for name in names(text, "person") if name != "张国"] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("浙江省宁波市慈溪市和杭州市。", ["浙江省", "宁波市", "慈溪市", "杭州市"]),
    ("在汉中、安康、商洛布局。", ["汉中", "安康", "商洛"]),
    ("建设和平安定的环境，推进示范县创建。", []),
    ("在尼木、林周两县开展试点。", ["尼木", "林周"]),
    ("宁波市实施改造，余姚先行，支持慈溪扩大规模。", ["宁波市", "余姚", "慈溪"]),
    ("实施改造，余姚先行。", []),
    ("兰州市城关区新建学校3所，改造老城区。", ["兰州市", "城关区"]),
    ("以自治区大庆为契机，同重庆签约。", ["重庆"]),
])
def test_places(text: str, expected: list[str]) -> None:
    assert names(text, "place") == expected


def test_villages_are_named_with_their_town_and_areas() -> None:
    assert "济源市承留镇桃花村" in names("济源市承留镇桃花村、王屋镇杏花村入选名单。", "place")
    assert names("桃花村、杏花村获评省级名录，各村、示范村参照执行。", "place") == ["桃花村", "杏花村"]


def test_items_side_by_side_whose_titles_end_alike_are_programmes() -> None:
    text = ("青溪市人才工作方案\n一、重点任务\n1.企业家培养项目。引进人才100名。\n2.博士后培养项目。资助人才40名。\n"
            "3.技能人才精工项目。培训人才300名。\n")
    assert {"企业家培养项目", "博士后培养项目", "技能人才精工项目"} <= {
        mention.name for mention in find(read_text(text)).mentions if mention.type == "programme"}


def test_rows_of_streets_neighbourhoods_and_towns() -> None:
    text = "新设置的东山街道辖原白沙镇桃园社区、天桥社区、关坪村，街道办事处驻天桥社区。保持青松、桃源、柳溪3个乡不变。"
    found = names(text, "place")
    assert {"桃园社区", "天桥社区", "关坪村", "青松乡", "桃源乡", "柳溪乡"} <= set(found)
    assert names("各镇、各街道和社区要抓好落实，涉及5个乡镇。", "place") == []


def test_a_town_known_by_its_government_is_a_place_where_it_is_named_alone() -> None:
    text = "宁海县白沙镇人民政府牵头清理。白沙镇紧紧围绕振兴，清理省政府储备粮食。"
    assert "白沙镇" in names(text, "place")
    assert names(text, "agency") == ["宁海县白沙镇人民政府"]


def test_areas_without_their_level_share_that_of_the_last() -> None:
    found = names("一、陕西、山西、甘肃省人民政府要加强领导。", "agency")
    assert set(found) == {"陕西省人民政府", "山西省人民政府", "甘肃省人民政府"}


def test_a_department_of_a_ministry_is_named_with_it() -> None:
    assert names("发展改革委地区经济司负责人出席，商务部和某公司参加。", "agency") == ["发展改革委地区经济司", "商务部"]


def test_the_longest_span_wins_and_the_loser_knows_it() -> None:
    long, short = Mention(0, 8, "platform", "海东技术创新中心", "a"), Mention(4, 8, "platform", "创新中心", "b")
    lost = next(d for d in decide([short, long]) if not d.kept)
    assert (lost.mention, lost.winner) == (short, long)


def test_the_order_of_proposals_does_not_matter() -> None:
    text = "市科技局印发《海东市科创规划》，建设海东湾实验室。"
    proposals = [d.mention for d in find(document(text)).decisions]
    kept = {d.mention for d in decide(proposals) if d.kept}
    assert {d.mention for d in decide(reversed(proposals)) if d.kept} == kept


@given(st.text("市局和、（）《》“”的实施中心工程。2024年A\n"))
def test_mentions_stay_within_the_text_and_say_what_stands_there(text: str) -> None:
    for mention in find(document(text)).mentions:
        assert 0 <= mention.start < mention.end <= len(text)


def test_bodies_addressed_by_their_zone_and_none_of_a_class() -> None:
    text = "关于奖励的通知\n各县（市、区）发展改革委、财政局，东山新区经济局、财政局：\n现通知如下。\n一、奖励标准。\n"
    found = [m.name for m in find(read_text(text)).mentions if m.type == "agency"]
    assert found == ["东山新区经济局", "东山新区财政局"]


def test_the_committees_of_zones_are_addressed_together() -> None:
    text = "关于检查的通知\n各县（市、区）人民政府，东山高新区、青石岛试验区管委会：\n现通知如下。\n一、检查时间。\n"
    found = [m.name for m in find(read_text(text)).mentions if m.type == "agency"]
    assert found == ["东山高新区管委会", "青石岛试验区管委会"]
