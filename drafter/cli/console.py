"""What commands show: findings on standard output, all else on standard error."""

import io
import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.findings import Finding

NAMES = {"error": "错误", "warning": "提醒", "info": "说明"}
_GROUPED = ("cell-null", "cell-missing")
_GAP = "to-fill"
_MISSING = re.compile("缺少：(.*)。")
_COLUMN = re.compile("“([^“”]*)”列")


def prepare_streams() -> None:
    """Let both streams replace what the console cannot show (Windows consoles in GBK) instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(line: str) -> None:
    """Write a line for the user to standard error."""
    sys.stderr.write(f"{line}\n")


def print_findings(findings: Sequence["Finding"], *, heading: str) -> None:
    """Write findings to standard output, errors first, below a line that names what was checked and counts them."""
    lines = [f"{heading}：{summary(findings)}"]
    for finding in grouped(findings):
        place = f"第 {finding.line} 行 " if finding.line else ""
        lines.append(f"[{NAMES[finding.severity.value]}] {place}{finding.message}")
        if finding.suggestion:
            lines.append(f"       → {finding.suggestion}")
        lines.append(f"       （{finding.where}，{finding.code}）")
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def print_json(value: Any) -> None:
    """Write one JSON value to standard output; outside UTF-8 consoles every character that is not ASCII is escaped."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not is_utf8, indent=2)
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def print_json_line(value: Any) -> None:
    """Write one JSON value on one line to standard output; escaped as in `print_json`."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not is_utf8)
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def summary(findings: Iterable["Finding"]) -> str:
    """Return how many findings there are of each severity, such as 3 个错误，1 个提醒."""
    severities = [finding.severity.value for finding in findings]
    counts = [f"{severities.count(key)} 个{name}" for key, name in NAMES.items() if key in severities]
    return "，".join(counts) if counts else "没有发现问题"


def grouped(findings: Iterable["Finding"]) -> list["Finding"]:
    """Return the findings, errors first; cells of one row that are not filled in become one finding."""
    from drafter.findings import sorted_findings

    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in sorted_findings(findings):
        groups.setdefault(_group(finding), []).append(finding)
    return [group[0] if len(group) == 1 else _joined(group) for group in groups.values()]


def _group(finding: "Finding") -> tuple[str, ...]:
    """Return what findings that are shown as one have in common."""
    if finding.code == _GAP:
        return (_GAP,)
    if finding.code in _GROUPED:
        return finding.code, finding.where.rpartition(".")[0]
    return finding.code, finding.message, finding.where


def _joined(group: Sequence["Finding"]) -> "Finding":
    return _gaps(group) if group[0].code == _GAP else _row(group)


def _gaps(group: Sequence["Finding"]) -> "Finding":
    """Return one finding for all that is still to be filled in."""
    from dataclasses import replace

    named = [match[1] for finding in group if (match := _MISSING.match(finding.message))]
    rest = group[0].message.rpartition("。")[2]
    where = f"{group[0].where.partition('/')[0]}，等 {len(group)} 处"
    return replace(group[0], where=where, message=f"缺少 {len(group)} 项：{'、'.join(named)}。{rest}")


def _row(group: Sequence["Finding"]) -> "Finding":
    """Return one finding for several empty cells of a row: what their labels share, then the columns."""
    from dataclasses import replace

    messages = [finding.message for finding in group]
    columns = [column for message in messages for column in _COLUMN.findall(message)[-1:]]
    row, sign, _ = messages[0].rpartition("”行")
    row = row + sign or messages[0].partition("“")[0]
    what = "未填" if group[0].code == "cell-null" else "没有写"
    place = group[0].where.rpartition(".")[0]
    return replace(group[0], where=f"{place}.*", message=f"{row}有 {len(group)} 格{what}：{'、'.join(columns)}。")
