"""What was put into a relay folder: pasted replies and batch output, read with distrust."""

import codecs
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InputError
from drafter.findings import Finding, Severity
from drafter.runs.batch_result import read_result, shown
from drafter.writing.backends.base import Answer
from drafter.writing.reply import read_reply

REPLIES, BATCH = "replies", "output.jsonl"
MOST_REPLY_BYTES, MOST_BATCH_BYTES = 2_000_000, 20_000_000
# Notepad adds .txt once more where Windows hides it.
REPLY_NAME = re.compile(r"([0-9a-f]{8})(?:\.txt)+")
FINGERPRINT = re.compile(r"[0-9a-f]{64}")
FENCED = re.compile(r"```[a-zA-Z]*[ \t]*\n(.*?)\n?[ \t]*```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A reply as it arrived: `id` is a fingerprint or its beginning; without an `answer`, `failure` says why."""

    id: str
    source: str
    """The file or line it came in, fit to be shown."""
    answer: Answer | None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Inbox:
    """All that arrived, pasted replies before batch output, and what is wrong with files and lines."""

    arrived: tuple[Arrived, ...]
    findings: tuple[Finding, ...]

    def answers(self, fingerprint: str) -> list[Arrived]:
        """Return what answers a request."""
        return [item for item in self.arrived if item.answer is not None and fingerprint.startswith(item.id)]


def read_inbox(folder: Path, model: str) -> Inbox:
    """Return what lies in `replies/` and `output.jsonl`; `model` names who wrote what was pasted.

    Nothing is written, moved or deleted. Raises InputError where a file that is there cannot be read.
    """
    arrived: list[Arrived] = []
    findings: list[Finding] = []
    try:
        for path in sorted((folder / REPLIES).iterdir()) if (folder / REPLIES).is_dir() else []:
            match = REPLY_NAME.fullmatch(path.name.casefold())
            if match and path.is_file() and not path.is_symlink():
                arrived.append(_pasted(match[1], path, model))
            else:
                findings.append(_unknown_file(path))
        if (folder / BATCH).exists():
            for item in _batch(folder / BATCH, model):
                if isinstance(item, Finding):
                    findings.append(item)
                else:
                    arrived.append(item)
    except OSError as error:
        raise InputError(
            folder, f"里面的回复读不出来（系统错误 {error.errno}），请检查文件是不是正被别的程序占用"
        ) from error
    return Inbox(tuple(arrived), tuple(findings))


def _unknown_file(path: Path) -> Finding:
    advice = "回复要存成请求页上写的文件名，例如 replies/1a2b3c4d.txt；不是回复的文件不用理会"
    where = f"{REPLIES}/{shown(path.name)}"
    return Finding("relay-file-unknown", Severity.WARNING, where, f"{where} 不是回复的文件名，没有读", advice)


def _pasted(short: str, path: Path, model: str) -> Arrived:
    source = f"{REPLIES}/{shown(path.name)}"
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_REPLY_BYTES:
        size = f"{status.st_size / 1_000_000:.1f} MB"
        return Arrived(short, source, None, f"文件太大（{size}），回复不应超过 {MOST_REPLY_BYTES // 1_000_000} MB")
    text = decoded(path.read_bytes())
    if text is None:
        return Arrived(short, source, None, "不是文本文件，请把回复粘贴到记事本里，编码选 UTF-8 保存")
    return _judged(short, source, Answer(text, "stop", model))


def decoded(content: bytes) -> str | None:
    """Return the text of a file that Windows programs saved: UTF-8, UTF-16 with its mark, or GBK; None for no text."""
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _judged(name: str, source: str, answer: Answer) -> Arrived:
    """Return a reply with the part of it that can be read as a reply, or with why none can.

    People copy a chat with the talk around the JSON; where exactly one fenced block, or what stands between the
    outer braces, is a whole reply, that is taken. Nothing is mended.
    """
    text = answer.text or ""
    first = read_reply(text, answer.finish)
    if first.items or not first.failures:
        return Arrived(name, source, answer)
    if answer.finish == "stop":
        blocks = FENCED.findall(text)
        parts = blocks if len(blocks) == 1 else [] if blocks else [text[text.find("{") : text.rfind("}") + 1]]
        for part in parts:
            reply = read_reply(part)
            if reply.items or not reply.failures:
                return Arrived(name, source, Answer(part, answer.finish, answer.model, answer.usage))
    return Arrived(name, source, None, f"{shown(first.failures[0].message)}（{first.failures[0].code}）")


def _batch(path: Path, model: str) -> Iterator[Arrived | Finding]:
    """Yield the lines of an OpenAI Batch output. A line's name is compared and never used as a path."""
    size = path.stat().st_size
    if size > MOST_BATCH_BYTES:
        message = f"{BATCH} 太大（{size / 1_000_000:.1f} MB），上限 {MOST_BATCH_BYTES // 1_000_000} MB，没有读"
        yield Finding("relay-output-unreadable", Severity.ERROR, BATCH, message, "请只放这份资料的批量结果")
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{BATCH} 不是 UTF-8 文本，没有读"
        yield Finding("relay-output-unreadable", Severity.ERROR, BATCH, message, "请放接口给出的原文件，不要改存")
        return
    # Not splitlines(): U+2028 may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _batch_line(line, f"{BATCH} 第 {number} 行", model)


def _batch_line(line: str, source: str, model: str) -> Arrived | Finding:
    result = read_result(line, model)
    if result is None:
        message = f"{source}不是批量结果，没有用"
        return Finding("relay-line-unreadable", Severity.ERROR, source, message, "请放接口给出的原文件，不要改存")
    if not FINGERPRINT.fullmatch(result.name):
        message = f"{source}的编号“{shown(result.name)}”不是本程序的请求编号，没有用"
        return Finding("relay-line-unknown", Severity.WARNING, source, message, "请核对是不是拿错了批量结果")
    if result.answer is None:
        return Arrived(result.name, source, None, result.failure)
    return _judged(result.name, source, result.answer)
