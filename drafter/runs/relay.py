"""Draft where there is no endpoint: requests out as files, replies in, as often as it takes."""

import asyncio
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Dossier
from drafter.errors import InputError, OutputError, UsageError
from drafter.findings import Finding, Severity
from drafter.runs.batch_result import shown
from drafter.runs.files import reason
from drafter.runs.relay_inbox import REPLIES, Arrived, Inbox, read_inbox
from drafter.runs.relay_page import PAGE, page
from drafter.writing.backends.base import Request
from drafter.writing.backends.relay import RelayBackend, batch_line, short_id
from drafter.writing.backends.scripted import recorded
from drafter.writing.model.judging import Judge
from drafter.writing.model.rounds import MOST_REPAIRS, Round
from drafter.writing.model.writer import ModelUse, write_with_model

REQUESTS, ANSWERS, STATE = "requests.jsonl", "answers", "relay.json"
DEFAULT_MODEL = "relay"
MOST_STATE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Open:
    """A request that has no answer yet: the draft of a section (round 0) or a repair of it (1 and 2)."""

    fingerprint: str
    section: str
    number: int
    request: Request

    @property
    def id(self) -> str:
        """Return the name that the reply file carries."""
        return short_id(self.fingerprint)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a dossier is: what is open, how many requests are answered, and what was found on the way."""

    open: tuple[Open, ...]
    answered: int
    findings: tuple[Finding, ...] = ()
    taken: int = 0
    """How many answers an import stored that were not there before."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """The loop walked with the answers at hand: every request that it asked, and those that are open."""

    rounds: tuple[Round, ...]
    open: tuple[Open, ...]

    @property
    def asked(self) -> list[str]:
        return [entry.fingerprint for entry in self.rounds]


def relay_backend(folder: Path) -> RelayBackend:
    """Return the model that answers from a relay folder. Raises InputError where the folder is none."""
    return RelayBackend(folder / ANSWERS, _state(folder)[0])


def export_requests(dossier: Dossier, folder: Path, judge: Judge, model: str | None = None) -> Standing:
    """Write the requests that are open as Batch lines and as a page, and return where the dossier stands.

    Raises UsageError where the folder is for another model, OutputError where it cannot be written.
    """
    known, exported = _state(folder) if (folder / STATE).exists() else (model or DEFAULT_MODEL, ())
    if model and model != known:
        raise UsageError(f"{folder} 是给模型“{known}”的，换模型请另用一个文件夹")
    walk = _walk(dossier, RelayBackend(folder / ANSWERS, known), judge)
    state = {"model": known, "exported": sorted({*exported, *(item.fingerprint for item in walk.open)})}
    lines = "".join(batch_line(item.request, known) + "\n" for item in walk.open)
    try:
        (folder / REPLIES).mkdir(parents=True, exist_ok=True)
        _put(folder / STATE, json.dumps(state, ensure_ascii=False, indent=1) + "\n")
        _put(folder / REQUESTS, lines)
        _put(folder / PAGE, page(dossier, [(item.id, item.section, item.number, item.request) for item in walk.open]))
    except OSError as error:
        raise OutputError(f"不能写入 {folder}：{reason(error)}") from error
    return _standing(walk)


def import_replies(dossier: Dossier, folder: Path, judge: Judge) -> Standing:
    """Store every reply that answers a request of this dossier, and return where it stands then.

    A reply to a repair may lie there before its time: every walk may ask one round further than the one before it.
    Raises InputError where the folder is no relay folder, OutputError where an answer cannot be stored.
    """
    model, exported = _state(folder)
    inbox, taken = read_inbox(folder, model), 0
    for _ in range(MOST_REPAIRS + 2):
        walk = _walk(dossier, RelayBackend(folder / ANSWERS, model), judge)
        new = sum(_stored(folder, fingerprint, inbox) for fingerprint in walk.asked)
        if not new:
            break
        taken += new
    findings = [*inbox.findings, *_reply_findings(walk, inbox, exported), *_old_answers(folder, walk)]
    return _standing(walk, findings, taken)


def _walk(dossier: Dossier, backend: RelayBackend, judge: Judge) -> _Walk:
    """Return the requests that drafting now would make: the very loop of a draft, on the answers at hand."""
    written = asyncio.run(write_with_model(dossier, build_ledger(dossier), ModelUse(backend, judge)))
    rounds = tuple(entry for outcome in written.outcomes for entry in outcome.rounds)
    waiting = [entry for entry in rounds if entry.fingerprint in backend.open]
    still = {
        entry.fingerprint: Open(entry.fingerprint, entry.section, entry.number, backend.open[entry.fingerprint])
        for entry in waiting
    }
    return _Walk(rounds, tuple(still.values()))


def _standing(walk: _Walk, findings: list[Finding] | None = None, taken: int = 0) -> Standing:
    return Standing(walk.open, len(set(walk.asked)) - len(walk.open), tuple(findings or ()), taken)


def _state(folder: Path) -> tuple[str, tuple[str, ...]]:
    """Return the model that a relay folder is for, and the fingerprints that were ever exported."""
    path = folder / STATE
    try:
        if path.stat().st_size > MOST_STATE_BYTES:
            raise InputError(path, "文件太大，不是本程序写的")
        tree = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError(folder, "这里没有导出过请求，请先运行 drafter relay export") from error
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(path, "读不出来，请用 drafter relay export 另导出到一个新文件夹") from error
    model, exported = (tree.get("model"), tree.get("exported")) if isinstance(tree, dict) else (None, None)
    if not isinstance(model, str) or not model or not isinstance(exported, list):
        raise InputError(path, "内容不对，请用 drafter relay export 另导出到一个新文件夹")
    return model, tuple(item for item in exported if isinstance(item, str))


def _stored(folder: Path, fingerprint: str, inbox: Inbox) -> bool:
    """Return whether an answer was stored that was not there before. The first that arrived is taken."""
    usable = inbox.answers(fingerprint)
    if not usable or usable[0].answer is None:
        return False
    try:
        return _put(folder / ANSWERS / f"{fingerprint}.json", recorded(usable[0].answer))
    except OSError as error:
        raise OutputError(f"不能写入 {folder}：{reason(error)}") from error


def _put(path: Path, text: str) -> bool:
    """Return whether a file was written; one that says the same already is left as it is. It is whole or not there."""
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".drafter-", dir=path.parent) as name:
        new = Path(name) / path.name
        new.write_bytes(content)
        new.replace(path)
    return True


def _reply_findings(walk: _Walk, inbox: Inbox, exported: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what became of replies that were not simply taken."""
    still = {item.fingerprint for item in walk.open}
    for item in inbox.arrived:
        asked = next((name for name in walk.asked if name.startswith(item.id)), "")
        if not asked:
            yield _unwanted(item, known=any(name.startswith(item.id) for name in exported))
        elif item.answer is None:
            severity = Severity.ERROR if asked in still else Severity.WARNING
            message = f"{item.source} 用不了：{item.failure}"
            advice = f"请重新问一次模型，把整段回复存成 {REPLIES}/{short_id(asked)}.txt，再导入"
            yield Finding("relay-reply-unusable", severity, item.source, message, advice)
        elif item.answer != inbox.answers(asked)[0].answer:
            used = inbox.answers(asked)[0].source
            message = f"{item.source} 和 {used} 回复的是同一个请求，内容不同，用了 {used}"
            yield Finding(
                "relay-reply-double", Severity.WARNING, item.source, message, "请删去不要的那一份，再导入一次"
            )


def _unwanted(item: Arrived, *, known: bool) -> Finding:
    if known:
        message = f"{item.source} 对应的请求不再需要：资料改过，或者这一轮已经用别的回复"
        return Finding("relay-not-needed", Severity.INFO, item.source, message, "可以不管，也可以自己删去")
    message = f"{item.source} 不对应这份资料的任何请求"
    advice = "请对照请求页核对文件名，或者是不是拿错了资料、文件夹"
    return Finding("relay-id-unknown", Severity.WARNING, item.source, message, advice)


def _old_answers(folder: Path, walk: _Walk) -> Iterator[Finding]:
    """Yield the stored answers that this dossier no longer asks for; they stay where they are."""
    asked = set(walk.asked)
    for path in sorted((folder / ANSWERS).glob("*.json")):
        if path.stem not in asked:
            name = shown(short_id(path.stem))
            where = f"{ANSWERS}/{name}"
            message = f"以前导入的回复 {name} 不再需要：资料改过，或者它前面的回复换过"
            yield Finding("relay-not-needed", Severity.INFO, where, message, "可以不管；资料改回去时会再用上")
