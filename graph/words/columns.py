"""Headings of columns, Chinese and English."""

from __future__ import annotations

__all__ = ["COLUMNS"]

#: Key of a column → heading.
COLUMNS: dict[str, tuple[str, str]] = {
    "owner": ("谁", "who"), "role": ("角色", "role"), "basis": ("依据", "basis"), "rule": ("规则", "rule"),
    "what": ("事项", "what"), "quote": ("原文", "quote"), "place": ("出处", "place"),
    "status": ("状态", "status"), "due": ("期限", "due"), "name": ("名称", "name"), "kind": ("类别", "kind"),
    "names": ("别名", "also"), "match": ("匹配", "match"), "document": ("文件", "document"),
    "iri": ("标识", "iri"), "decision": ("决定", "decision"), "why": ("原因", "why"),
    "candidates": ("候选", "candidates"), "date": ("日期", "date"), "fact": ("项目", "fact"),
    "event": ("事件", "event"),
    "value": ("数值", "value"),
    "unit": ("单位", "unit"), "indicator": ("指标", "indicator"), "number_kind": ("性质", "kind"),
    "counted": ("存量/流量", "stock/flow"),
    "hit": ("命中", "hit"), "predicted": ("抽取", "predicted"), "gold": ("标注", "gold"), "population": ("对象", "of"),
    "time": ("时间", "time"), "change": ("同比%", "change %"), "bound": ("界限", "bound"),
    "relation": ("关系", "relation"), "other": ("对方", "other"), "title": ("标题", "title"),
    "query": ("查询", "query"), "parameters": ("参数", "parameters"), "commitment": ("力度", "commitment"),
    "severity": ("级别", "severity"), "message": ("说明", "message"), "file": ("文件", "file"),
    "measures": ("措施", "measures"), "numbers": ("数字", "numbers"), "entities": ("实体", "entities"),
    "duties": ("责任", "duties"), "relations": ("关系", "relations"), "documents": ("文件", "documents"),
    "texts": ("全文", "texts"), "open": ("待定", "open"), "change_kind": ("变化", "change"),
    "before": ("原", "before"), "after": ("现", "after"), "step": ("步", "step"),
    "written": ("原值", "as written"), "section": ("章节", "section"),
    "from": ("从", "from"),
    "to": ("到", "to"), "confidence": ("置信度", "confidence"), "start": ("起", "start"), "end": ("止", "end"),
    "area": ("地区", "area"), "number": ("文号", "number"), "issuer": ("发文机关", "issuer"),
    "key": ("编号", "key"), "text": ("内容", "text"), "by": ("分项", "by"), "part": ("部分", "part"),
    "precision": ("准确率", "precision"), "recall": ("召回率", "recall"), "f1": ("F1", "F1"),
    "example": ("问法", "phrasing"), "owners": ("责任方", "owners"), "id": ("序号", "id"),
    "row": ("条目", "row"), "wanted": ("应当", "should be"), "got": ("实得", "got"), "hint": ("提示", "hint"),
    "whole": ("整体", "whole"), "declared": ("自称数目", "declared count"), "list": ("名单", "list"),
    "full": ("全名", "full name"), "one_side": ("一方", "one side"), "other_side": ("另一方", "other side"),
    "measure_count": ("措施数", "measures"), "target": ("目标值", "target"), "enterprise": ("企业", "enterprise"),
    "measure": ("措施", "measure"), "year_on_year": ("同比", "change %"), "type": ("类型", "type"),
    "lower": ("下一级", "tier below"), "upper": ("上一级", "next tier"), "words": ("词语", "words"),
    "platform": ("平台", "platform"), "location": ("地点", "location"), "part_of": ("属于", "part of"),
    "answerable": ("负责单位", "owner"), "policy": ("政策", "policy"), "issued_by": ("印发机关", "issued by"),
    "issued_on": ("印发时间", "issued on"),
    "inferred": ("推断为", "inferred as"),
}
