"""Sentences with places for values, Chinese and English."""

from __future__ import annotations

__all__ = ["SENTENCES"]

#: Key of a sentence → the sentence with places for values.
SENTENCES: dict[str, tuple[str, str]] = {
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
    "agreed": ("＝ 印证 {rule}", "= agrees with {rule}"),
    "beaten": ("✗ 让位于{kind}“{name}”（{why}）", "✗ gives way to {kind} “{name}” ({why})"),
    "headed": ("{name}：{value}", "{name}: {value}"),
    "noted": ("{name}（{notes}）", "{name} ({notes})"),
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
    "building": ("入库", "building"),
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
    "more": ("还有 {more} 条没有列出：--limit 0 列出全部", "{more} more not shown: --limit 0 shows all"),
}
