"""YAML and JSON text as plain values with the line of every one of them; workbooks come as the same kind of tree.

The parser is libyaml's; what a scalar *means* is decided here, because what officials type must not change under
the hands of a parser: `012` and `1e3` stay text, `no` stays text, `3862.673422` is exact, a repeated key is an error.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any

import yaml

from drafter.findings import Finding

Path = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_WORDS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
MAX_DEPTH = 40
MAX_DIGITS = 30


class YamlTextError(ValueError):
    """The text is not YAML or JSON that we accept; `line` counts from 1."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason, self.line = reason, line
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Tree:
    """Values of a file and the line of each, by path."""

    value: Any
    lines: Mapping[Path, int]
    addresses: tuple[str, ...] = ()
    """Of a workbook: its "lines" count cells in the order of the sheets, and this is the address of each."""
    findings: tuple[Finding, ...] = ()
    """What was found wrong with the file while it was read, beyond what the values show."""
    last_year: "Tree | None" = None
    """Last year's statistics, with `year` beside them, where the same file holds them."""

    def line(self, path: Path) -> int | None:
        """Return the line of a value, or of the nearest thing that encloses it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings whose line is one of this tree; in a workbook the line gives way to the address."""
        if not self.addresses:
            return list(findings)
        return [
            replace(finding, line=None, address=self.addresses[finding.line - 1]) if finding.line else finding
            for finding in findings
        ]


def parse_yaml(text: str, *, aliases: bool = False) -> Tree:
    """Return the tree of a YAML text. `aliases` are for our own files only: in others they are refused."""
    try:
        return _Builder(text, aliases).tree()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlTextError(_reason(error), mark.line + 1 if mark else None) from error
    except yaml.reader.ReaderError as error:
        raise YamlTextError("含有不能用的控制字符") from error
    except UnicodeEncodeError as error:
        raise YamlTextError("含有不能用的字符（残缺的代理字符）") from error


def parse_json(text: str) -> Tree:
    """Return the tree of a JSON text; lines are given where the text is also YAML, as JSON nearly always is."""
    try:
        value = json.loads(
            text, parse_float=Decimal, parse_int=_json_integer, parse_constant=_refuse, object_pairs_hook=_unique
        )
    except json.JSONDecodeError as error:
        raise YamlTextError(f"不是有效的 JSON（第 {error.colno} 列附近）", error.lineno) from error
    except RecursionError as error:
        raise YamlTextError("括号嵌套太深") from error
    _check_depth(value)
    try:
        return Tree(value, parse_yaml(text).lines)
    except YamlTextError:
        return Tree(value, {})


class _Builder:
    """Builds values from parser events; libyaml's own composer overflows its stack on deep nesting."""

    def __init__(self, text: str, aliases: bool) -> None:
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.aliases, self.anchors = aliases, dict[str, Any]()
        self.lines: dict[Path, int] = {}

    def tree(self) -> Tree:
        value, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlTextError("一个文件里只能有一份资料，请删去 --- 分隔行", _line(event))
                value = self.build(next(self.events), ())
        return Tree(value, self.lines)

    def build(self, event: yaml.Event, path: Path) -> Any:
        line = _line(event)
        if len(path) > MAX_DEPTH:
            raise YamlTextError("层次嵌套太深", line)
        self.lines.setdefault(path, line)
        anchor = getattr(event, "anchor", None)
        if anchor and not self.aliases:
            raise YamlTextError("不支持 & 和 * 引用：以 & 或 * 开头的文字请加引号", line)
        if isinstance(event, yaml.AliasEvent):
            return self.anchors[str(event.anchor)]
        value = self._value(event, path)
        if anchor:
            self.anchors[anchor] = value
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                items.append(self.build(item, (*path, len(items))))
            return items
        return self._mapping(path)

    def _mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            line = _line(key)
            if not isinstance(key, yaml.ScalarEvent):
                raise YamlTextError("项目名称必须是文字", line)
            name = key.value
            if name in result:
                raise YamlTextError(f"“{name}”写了两次，请删去一处", line)
            self.lines[(*path, name)] = line
            result[name] = self.build(next(self.events), (*path, name))
        return result


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _scalar(event: yaml.ScalarEvent) -> Any:
    """Return what a scalar says; a quoted one, and any that is not plainly a number, is text."""
    text: str = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= MAX_DIGITS:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    return text


def _json_integer(text: str) -> int | str:
    return int(text) if len(text) <= MAX_DIGITS else text


def _refuse(text: str) -> Any:
    raise YamlTextError(f"JSON 里不能写 {text}")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise YamlTextError(f"“{repeated}”写了两次，请删去一处")
    return result


def _check_depth(value: Any, depth: int = 0) -> None:
    if depth > MAX_DEPTH:
        raise YamlTextError("层次嵌套太深")
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        _check_depth(child, depth + 1)


_PROBLEMS = {
    "found character '\\t' that cannot start any token": "行首用了制表符（Tab），请改成空格",
    "mapping values are not allowed in this context": "冒号的位置不对：多半是上一行缩进错了，或文字里的冒号没加引号",
    "could not find expected ':'": "这一行或上一行少了冒号，或者冒号用了全角“：”",
    "did not find expected key": "缩进不齐，或引号、括号没有成对",
    "found undefined alias": "以 * 开头的文字要加引号",
    "found unexpected end of stream": "引号或括号没有成对",
    "did not find expected ',' or ']'": "方括号 [ ] 没有成对",
    "did not find expected ',' or '}'": "花括号 { } 没有成对",
}


def _reason(error: yaml.MarkedYAMLError) -> str:
    problem = str(error.problem or "")
    known = next((text for key, text in _PROBLEMS.items() if problem.startswith(key)), None)
    return f"不是有效的 YAML：{known or '写法有误，请检查这一行的缩进、冒号和引号'}"


parse_own = partial(parse_yaml, aliases=True)
"""Parse one of our own data files, which may use anchors."""
