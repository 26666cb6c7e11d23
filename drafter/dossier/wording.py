"""Find in a clerk's texts what must not be printed: hidden characters, slots, placeholders, secrecy marks."""

import re
from collections.abc import Iterator
from unicodedata import category

from drafter.dossier.hostile import hostile_part
from drafter.dossier.passages import Passage
from drafter.dossier.privacy import personal_data
from drafter.findings import Finding, Severity

_HIDDEN = frozenset(["Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"])
_SLOT = re.compile(r"[{}]|\{%|%\}")
_PLACEHOLDER = re.compile(
    r"20[XxＸｘ×]{2}|(?<![A-Za-z])[XxＸｘ×]{2,}(?![A-Za-z0-9])|×(?=[年月日镇乡村条件次个])"
    r"|【(?:\s*|待[^】]*|请[^】]*|[XxＸｘ×]+[^】]*)】|请填写|待补充|待填写|待核实|_{3,}|某某|(?<![A-Za-z])TODO(?![A-Za-z])"
)
_ORDER = re.compile(
    r"忽略(?:以上|上述|前面|之前|所有|规则|指令|要求)|(?:你是|请扮演)(?:一[个名])?[^，。]{0,6}(?:助手|模型|AI|专家|写手)"
    r"|system\s*[:：]|提示词|请(?:写|输出|回复)“|请输出|(?:务必|必须)(?:写入|写上|输出)|请把.{1,12}写成|不要告诉"
)
_BRACKETS = re.compile(r"【[^】]*】?|】")
_SECRECY = re.compile(r"(?:秘密|机密|绝密)\s*[★☆]|绝密|(?:秘密|机密)级|内部资料[，,]?\s*(?:注意保存|不得外传|严禁外传)")
_FULLWIDTH_DIGIT = re.compile("[０-９]+")
_STRAY_SPACE = re.compile("(?<=[\u4e00-\u9fff，。；：、]) +(?=[\u4e00-\u9fff])")
_LATIN_FIELDS = ("email", "website")


def wording_findings(passage: Passage) -> Iterator[Finding]:
    """Yield what is wrong with a text, whatever it says."""
    yield from _hidden(passage)
    text = passage.text
    if match := _SLOT.search(text):
        yield _error(
            passage, "slot-in-text", f"有花括号“{match[0]}”", "花括号是程序内部的记号，请改用书名号、引号或括号"
        )
    if passage.path[-1] not in _LATIN_FIELDS:
        yield from _placeholders(passage)
    if match := _SECRECY.search(text):
        yield _error(
            passage,
            "secrecy-mark",
            f"有涉密标志“{match[0]}”",
            "涉密材料不能用于公开的报告，请立即停止使用并报告保密工作人员",
        )
    if match := _ORDER.search(text):
        what = f"像是写给模型的指令“{match[0]}”"
        yield _error(passage, "text-instructs", what, "材料只写做了什么；别处粘贴来的内容请删去这一句")
    for kind, masked in personal_data(text, phones=passage.path != ("organ", "phone")):
        yield _error(passage, "personal-data", f"有{kind}“{masked}”", "个人信息不能写进公开的报告，请删去")
    yield from _hostile(passage)
    if passage.is_prose:
        yield from _typing(passage)


def _hostile(passage: Passage) -> Iterator[Finding]:
    """Yield what was pasted from a page, a sheet or a chat: a note is kept from the draft, any other text blocks."""
    is_note = passage.path[0] == "notes" and passage.path[-1] == "text"
    found = hostile_part(passage.text) if passage.is_prose or passage.path[0] == "organ" else None
    if found and is_note:
        what = f"有{found[0]}“{found[1]}”，这条材料没有用进报告"
        yield _warning(passage, "note-withheld", what, "请核实内容，用自己的话重新写这条材料")
    elif found:
        yield _error(passage, "text-pasted", f"有{found[0]}“{found[1]}”", "请删去，用自己的话重新写")


def _hidden(passage: Passage) -> Iterator[Finding]:
    """Yield one error for every kind of invisible character, and for line breaks inside a text."""
    seen = set()
    for number, character in enumerate(passage.text.strip("\n"), start=1):
        if character == "\n" or category(character) not in _HIDDEN or character in seen:
            continue
        seen.add(character)
        what = f"第 {number} 个字是看不见的字符 U+{ord(character):04X}"
        yield _error(passage, "hidden-character", what, "多半是从网页或 Word 里粘贴带来的，请删去重新输入这一处")
    if "\n" in passage.text.strip("\n"):
        yield _error(passage, "line-break", "中间有换行", "一条材料写成一段；内容多的分成几条")


def _placeholders(passage: Passage) -> Iterator[Finding]:
    if match := _PLACEHOLDER.search(passage.text):
        yield _error(passage, "placeholder-left", f"还有没填的“{match[0]}”", "请填上实际内容，没有的整句删去")
    elif match := _BRACKETS.search(passage.text):
        yield _warning(
            passage, "placeholder-left", f"有方头括号“{match[0][:20]}”", "报告里【】表示待补的内容，栏目名请改用引号“”"
        )


def _typing(passage: Passage) -> Iterator[Finding]:
    if match := _FULLWIDTH_DIGIT.search(passage.text):
        yield _warning(passage, "note-fullwidth-digit", f"有全角数字“{match[0]}”", "请改成半角数字")
    if _STRAY_SPACE.search(passage.text.strip()):
        yield _warning(passage, "stray-space", "汉字之间有空格", "一段文字请写在一行里，不要换行或加空格")


def _error(passage: Passage, code: str, what: str, advice: str) -> Finding:
    return Finding(code, Severity.ERROR, passage.where, f"{passage.label}{what}。", f"{advice}。", passage.line)


def _warning(passage: Passage, code: str, what: str, advice: str) -> Finding:
    return Finding(code, Severity.WARNING, passage.where, f"{passage.label}{what}。", f"{advice}。", passage.line)
