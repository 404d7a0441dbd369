"""The words of the interface: column headings and codes, Chinese first, English for ``--lang en``.

Codes stay codes inside the program and in JSON; people read words.
"""

from __future__ import annotations

__all__ = ["CODES", "COLUMNS", "SENTENCES", "any_code", "code", "heading", "sentence"]

Pair = tuple[str, str]

#: Key of a column → heading.
COLUMNS: dict[str, Pair] = {
    "owner": ("谁", "who"), "role": ("角色", "role"), "basis": ("依据", "basis"), "rule": ("规则", "rule"),
    "what": ("事项", "what"), "quote": ("原文", "quote"), "place": ("出处", "place"),
    "status": ("状态", "status"), "due": ("期限", "due"), "name": ("名称", "name"), "kind": ("类别", "kind"),
    "names": ("别名", "also"), "match": ("匹配", "match"), "document": ("文件", "document"),
    "iri": ("标识", "iri"), "decision": ("决定", "decision"), "why": ("原因", "why"),
    "candidates": ("候选", "candidates"), "date": ("日期", "date"), "fact": ("项目", "fact"),
    "event": ("事件", "event"),
    "value": ("数值", "value"),
    "unit": ("单位", "unit"), "indicator": ("指标", "indicator"), "number_kind": ("性质", "kind"),
    "hit": ("命中", "hit"), "predicted": ("抽取", "predicted"), "gold": ("标注", "gold"), "population": ("对象", "of"),
    "time": ("时间", "time"), "change": ("同比%", "change %"), "bound": ("界限", "bound"),
    "relation": ("关系", "relation"), "other": ("对方", "other"), "title": ("标题", "title"),
    "query": ("查询", "query"), "parameters": ("参数", "parameters"), "commitment": ("力度", "strength"),
    "severity": ("级别", "severity"), "message": ("说明", "message"), "file": ("文件", "file"),
    "measures": ("措施", "measures"), "numbers": ("数字", "numbers"), "entities": ("实体", "entities"),
    "duties": ("责任", "duties"), "open": ("待定", "open"), "change_kind": ("变化", "change"),
    "before": ("原", "before"), "after": ("现", "after"), "step": ("步", "step"),
    "written": ("原值", "as written"), "section": ("章节", "section"),
    "from": ("从", "from"),
    "to": ("到", "to"), "confidence": ("置信度", "confidence"), "start": ("起", "start"), "end": ("止", "end"),
    "area": ("地区", "area"), "number": ("文号", "number"), "issuer": ("发文机关", "issuer"),
    "key": ("编号", "key"), "text": ("内容", "text"), "by": ("分项", "by"), "part": ("部分", "part"),
    "precision": ("准确率", "precision"), "recall": ("召回率", "recall"), "f1": ("F1", "F1"),
    "example": ("问法", "phrasing"), "owners": ("责任方", "owners"), "id": ("序号", "id"),
    "row": ("条目", "row"), "wanted": ("应当", "should be"), "got": ("实得", "got"), "hint": ("提示", "hint"),
}

#: Kind of code → code → word.
CODES: dict[str, dict[str, Pair]] = {
    "role": {"lead": ("牵头", "lead"), "joint": ("共同", "joint"), "support": ("配合", "support")},
    "basis": {
        "open": ("未定", "open"),
        "stated": ("明示", "stated"), "byIssuer": ("推断：发文机关", "inferred: issuer"),
        "byRemit": ("推断：职责", "inferred: remit"), "byInheritance": ("推断：承上", "inferred: inherited"),
        "byAnalyst": ("人工认定", "decided by an analyst"),
    },
    "status": {"done": ("已做", "done"), "planned": ("计划", "planned")},
    "commitment": {"ensures": ("确保", "ensures"), "will": ("将", "will"), "plans": ("计划", "plans"),
                   "strives": ("争取", "strives"), "explores": ("探索", "explores")},
    "bound": {"moreThan": (">", ">"), "atLeast": ("≥", ">="), "lessThan": ("<", "<"), "atMost": ("≤", "<="),
              "approximately": ("约", "~")},
    "wanted": {"found": ("认出", "found"), "not_found": ("不认", "left alone")},
    "severity": {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")},
    "match": {"name": ("名称", "name"), "alias": ("别名", "alias"), "pinyin": ("拼音", "pinyin"),
              "short": ("简称", "short form"), "part": ("名称含", "in the name"), "text": ("正文含", "in the text")},
    "verdict": {"accepted": ("接受", "accepted"), "rejected": ("驳回", "rejected"),
                "resolved": ("认定为", "resolved to"), "merged": ("并入", "merged into")},
    "state": {"stateIssued": ("已出台", "issued"), "statePending": ("拟出台", "pending"),
              "stateCited": ("引用", "cited")},
    "case": {"caseDuty": ("责任存疑", "doubtful duty"), "caseSame": ("可能同一", "maybe the same"),
             "caseUnresolved": ("名称未定", "unresolved"), "caseRepair": ("修补存疑", "guessed repair"),
             "caseConflict": ("矛盾", "conflict"), "caseCount": ("数目不符", "count differs")},
    "change_kind": {"kept": ("未变", "kept"), "reworded": ("改写", "reworded"), "number": ("数字变", "number changed"),
                    "owner": ("责任变", "owner changed"), "both": ("责任和数字变", "owner and number changed"),
                    "dropped": ("取消", "dropped"), "new": ("新增", "new"), "header": ("要素变", "header changed"),
                    "text": ("其余文字变", "other words changed")},
    "number_kind": {"actual": ("实绩", "actual"), "cumulative": ("累计", "cumulative"), "growth": ("增长", "growth"),
                    "share": ("占比", "share"), "promised": ("目标", "target"), "offered": ("支持", "support"),
                    "condition": ("条件", "condition"), "derived": ("推算（由同比）", "derived from change")},
    "kind": {
        "Agency": ("机构", "agency"), "Enterprise": ("企业", "enterprise"), "Institute": ("院所", "institute"),
        "Association": ("协会", "association"), "Platform": ("平台", "platform"), "Programme": ("计划", "programme"),
        "Project": ("项目", "project"), "Policy": ("政策", "policy"), "Place": ("地区", "place"),
        "Person": ("人", "person"), "ActorClass": ("一类主体", "class of actors"), "NamedList": ("清单", "list"),
        "Tier": ("梯队", "tier"), "Document": ("公文", "document"), "Measure": ("措施", "measure"),
        "Observation": ("数字", "number"), "Responsibility": ("责任", "responsibility"),
    },
    "fact": {
        "name": ("名称", "name"), "kind": ("类别", "kind"), "names": ("别名", "also"), "iri": ("标识", "iri"),
        "merged": ("并入者", "merged in"),
        "area": ("地区", "area"), "start": ("起", "from"), "end": ("止", "to"), "state": ("状态", "state"),
        "title": ("标题", "title"), "date": ("日期", "date"),
        "issuer": ("发文机关", "issuer"), "subject": ("事由", "subject"),
        "declaredCount": ("自称数目", "declared count"), "status": ("状态", "status"), "due": ("期限", "due"),
        "commitment": ("力度", "strength"), "subtype": ("细类", "subtype"), "number": ("文号", "number"),
        "issuerName": ("发文机关", "issuer"), "signer": ("签发人", "signer"), "addressee": ("主送", "addressee"),
        "copiedTo": ("抄送", "copied to"), "category": ("类别标记", "category"), "statedIn": ("载于", "stated in"),
        "answers": ("答复", "answers"), "contact": ("联系人", "contact"),
        "leadHolder": ("牵头方", "led by"), "jointHolder": ("共同方", "shared by"),
        "supportHolder": ("配合方", "supported by"), "lead": ("牵头", "leads"), "joint": ("共同承担", "shares in"),
        "support": ("配合", "supports"), "numbers": ("数字", "number"), "seen": ("见于", "seen at"),
        "issued": ("印发", "issued"), "issuedOf": ("印发机关", "issued by"), "partOf": ("属于", "part of"),
        "partOfOf": ("含有", "has part"), "locatedIn": ("位于", "located in"), "locatedInOf": ("所在此地", "place of"),
        "listedIn": ("列入", "listed in"), "listedInOf": ("入列者", "lists"), "nextTier": ("上一级", "next tier"),
        "nextTierOf": ("下一级", "tier below"), "basedOn": ("依据", "based on"), "basedOnOf": ("为其依据", "basis of"),
        "cites": ("引用", "cites"), "citesOf": ("引用者", "cited by"), "within": ("隶属", "within"),
        "withinOf": ("下辖", "contains"), "partner": ("联合", "partner"), "partnerOf": ("联合方", "partner of"),
    },
    "event": {"issuedOn": ("印发", "issued"), "starts": ("起", "starts"), "ends": ("止", "ends"),
              "due": ("到期", "due"), "aim": ("目标", "aim")},
    "relation": {
        "leads": ("牵头", "leads"), "sharesIn": ("共同承担", "shares in"), "supports": ("配合", "supports"),
        "issued": ("印发", "issued"), "partOf": ("属于", "part of"), "locatedIn": ("位于", "located in"),
        "listedIn": ("列入", "listed in"), "nextTier": ("上一级", "next tier"), "basedOn": ("依据", "based on"),
        "cites": ("引用", "cites"), "within": ("隶属", "within"), "partner": ("联合", "partner"),
        "mentions": ("提到", "mentions"), "statedIn": ("载于", "stated in"), "about": ("说的是", "about"),
        "leadsOf": ("牵头方是", "led by"), "sharesInOf": ("共同方是", "shared by"),
        "supportsOf": ("配合方是", "supported by"),
        "issuedOf": ("印发者是", "issued by"), "partOfOf": ("含有", "has part"),
        "locatedInOf": ("所在地有", "place of"),
        "listedInOf": ("名单上有", "lists"), "nextTierOf": ("下一级是", "tier below"),
        "basedOnOf": ("为其依据", "basis of"),
        "citesOf": ("见引于", "cited by"), "withinOf": ("下辖", "contains"), "partnerOf": ("联合方是", "partner of"),
        "mentionsOf": ("见于", "mentioned in"), "statedInOf": ("载有", "states"), "aboutOf": ("有数字", "has number"),
    },
}


#: Key of a sentence → the sentence with places for values.
SENTENCES: dict[str, Pair] = {
    "who": ("共 {all} 项：明示 {stated}，推断 {inferred}，未定 {open}",
            "{all} in all: {stated} stated, {inferred} inferred, {open} open"),
    "owns": ("{body}：牵头 {lead} 项（明示 {lead_stated}），共同 {joint} 项（明示 {joint_stated}），"
             "配合 {support} 项（明示 {support_stated}）；其余为推断",
             "{body}: leads {lead} ({lead_stated} stated), shares in {joint} ({joint_stated} stated), "
             "supports {support} ({support_stated} stated); the others inferred"),
    "taken": ("“{name}” → {label}", "{name!r} taken for {label}"),
    "decided": ("记下 {taken} 项决定，撤销 {undone} 项，现有 {all} 项",
                "{taken} decisions taken, {undone} undone, {all} in force"),
    "inferred": ("推断", "inferred"),
    "choose": ("选几", "which"),
    "decide": ("决定（编号、接受、驳回、=名称；回车跳过，q 结束）",
               "decision (number, accepted, rejected, =name; Enter skips, q ends)"),
    "error": ("错误：{what}", "error: {what}"),
    "near": ("　相近：{names}", "  near: {names}"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "written": ("已写 {path}（{all} 行）", "{path} written ({all} rows)"),
    "ran": ("所用查询：{query}", "query used: {query}"),
    "conflict": ("说法不一：{what} 的牵头方有 {owners}", "conflict: {what} is led by {owners}"),
    "built": ("入库 {done} 份，失败 {failed} 份", "{done} built, {failed} failed"),
    "one_thing": ("“{a}”和“{b}”是同一个：{label}", "{a!r} and {b!r} are one: {label}"),
    "no_path": ("{a} 与 {b} 之间没有可说明的联系", "no path between {a} and {b}"),
    "checked": ("错误 {errors}，警告 {warnings}", "{errors} errors, {warnings} warnings"),
    "diff": ("未变 {kept}，改写 {reworded}，数字变 {number}，责任变 {owner}，取消 {dropped}，新增 {new}；"
             "要素变 {header}，其余文字变 {text}",
             "{kept} kept, {reworded} reworded, {number} number changed, {owner} owner changed, {dropped} dropped, "
             "{new} new; header {header}, other words {text}"),
    "lexicon_checked": ("查了 {files} 个词表文件，问题 {wrong} 处", "{files} files checked, {wrong} problems"),
    "lexicon_tried": ("试了 {all} 个例子，不符 {failed} 个", "{all} examples tried, {failed} failed"),
    "differing": ("说法不一：{what}：{said}", "documents differ: {what}: {said}"),
    "found": ("共 {all} 条", "{all} found"),
    "shown": ("只列前 {shown} 条，共 {all} 条（--limit 可改）", "the first {shown} of {all} (--limit)"),
}


def sentence(key: str, lang: str = "zh") -> str:
    return SENTENCES[key][lang == "en"]


def heading(key: str, lang: str = "zh") -> str:
    """The heading of a column; a key without one (a variable of a query) is its own.

    >>> heading("owner"), heading("owner", "en"), heading("x")
    ('谁', 'who', 'x')
    """
    pair = COLUMNS.get(key)
    return pair[lang == "en"] if pair else key


def code(table: str, word: str, lang: str = "zh") -> str:
    """The word for a code; a code without one stands for itself.

    >>> code("role", "lead"), code("role", "观摩")
    ('牵头', '观摩')
    """
    pair = CODES[table].get(word) if table else None
    return pair[lang == "en"] if pair else word


def any_code(word: str, lang: str = "zh") -> str:
    """The word for a code of any table, in the order of the tables.

    >>> any_code("stated"), any_code("Agency"), any_code("x")
    ('明示', '机构', 'x')
    """
    return next((table[word][lang == "en"] for table in CODES.values() if word in table), word)
