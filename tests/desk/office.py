"""Ten editors in their browsers at one desk on loopback, whose server is killed under their hands and started again.

python -m tests.desk.office OUT SECONDS KILLS
"""

import json
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

import httpx2

from drafter.desk.account import ALONE
from drafter.desk.passwords import hashed
from drafter.desk.service import Desk
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from drafter.desk.users import User, users_text
from tests.desk.editing import EDITORS, MOST_OVERTIME, MOST_PAUSE, Answer, account, mark, wrongs

ROOT = Path(__file__).resolve().parents[2]
WORDS = "春眠不觉晓处处闻啼鸟"
SECONDS_TO_START = 60
OK, SAVED, REFUSED, LATE = 200, 303, 422, 409
NAMES = {
    "edit": "Edit",
    "insert": "Insert",
    "drop": "Drop",
    "restore": "Drop",
    "lock": "Lock",
    "unlock": "Lock",
    "note": "AddNote",
    "return": "Return",
    "hand-in": "HandIn",
    "approve": "Approve",
    "reopen": "Reopen",
    "undo": "Undo",
}
CARRIES = {"edit", "insert", "note", "return", "reopen"}


class Server:
    """The program that serves the desk, started again at the same address after every kill."""

    def __init__(self, out: Path) -> None:
        self.out, self.users = out, out / "users.toml"
        self.users.write_text(
            users_text(User(account(number), hashed(WORDS, 2**4)) for number in range(EDITORS)), encoding="utf-8"
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        options = ["--users", str(self.users), "--port", str(self.port), "--no-browser"]
        command = [sys.executable, "-m", "drafter", "desk", str(self.out), *options]
        with (self.out / "server.log").open("ab") as log:
            self.program = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError("the desk did not start")

    def kill(self) -> None:
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()


class Editor:
    """Somebody in a browser: reads a report, thinks, posts what they decided, and keeps what they were told."""

    def __init__(self, number: int, address: str, keys: Sequence[str]) -> None:
        self.number, self.name, self.keys = number, account(number).name, keys
        self.chance = random.Random()  # noqa: S311
        self.browser = httpx2.Client(base_url=address, headers={"Origin": address}, timeout=60)
        self.told: list[Answer] = []
        self.counts, self.opened, self.acted = Counter[str](), list[float](), list[float]()

    def log_in(self) -> None:
        answer = self.browser.post("/login", data={"name": self.name, "password": WORDS, "next": "/"})
        assert answer.status_code == SAVED, answer.text

    def work(self, stop: Event) -> None:
        base, end = int(time.time() * 10) % 100_000, 0.0
        for count in range(100_000):
            if stop.is_set():
                # On a busy machine nobody goes home before something of theirs is saved.
                end = end or time.monotonic() + MOST_OVERTIME
                if self.told or time.monotonic() > end:
                    break
            try:
                self.once(mark(self.number, base + count))
            except httpx2.TransportError:
                # The server is gone: nothing was told. The session must hold when it is back.
                self.counts["gone"] += 1
                time.sleep(0.2)
        self.browser.close()

    def once(self, words: str) -> None:
        key = self.chance.choice(self.keys)
        start = time.perf_counter()
        page = self.browser.get(f"/report/{key}")
        self.opened.append(time.perf_counter() - start)
        assert page.status_code == OK, (key, page.status_code)
        version = int(found(r'name="version" value="(\d+)"', page.text))
        lines = sorted(set(re.findall(r'data-line="(overview[^"]*)"', page.text)))
        time.sleep(self.chance.uniform(0, MOST_PAUSE))
        fields = self.chosen(self.chance.choice(lines), words)
        form = {"csrf": found(r'name="csrf" value="([^"]+)"', page.text), "version": str(version), **fields}
        start = time.perf_counter()
        answer = self.browser.post(f"/act/{key}", data=form)
        self.acted.append(time.perf_counter() - start)
        assert answer.status_code in (SAVED, REFUSED, LATE), (fields, answer.status_code)
        self.counts[{SAVED: "saved", REFUSED: "refused", LATE: "late"}[answer.status_code]] += 1
        if answer.status_code == SAVED:
            action = fields["action"]
            carried = words if action in CARRIES else ""
            self.told.append(Answer(self.name, key, version + 1, NAMES[action], carried))

    def chosen(self, line: str, words: str) -> Mapping[str, str]:
        pieces = json.dumps([{"text": f"公开工作{words}。", "kind": "plain", "ref": ""}])
        edit = {"action": "edit", "line": line, "pieces": pieces}
        choices: list[Mapping[str, str]] = [
            edit,
            edit,
            edit,
            {**edit, "action": "insert"},
            *({"action": name, "line": line} for name in ("drop", "restore", "lock", "unlock")),
            {"action": "note", "aspect": "监督保障", "text": f"开展检查，{words}。", "source": "台账"},
            {"action": "return", "reasons": words},
            {"action": "reopen", "reason": words},
            *({"action": name} for name in ("hand-in", "approve", "undo")),
        ]
        return self.chance.choice(choices)


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match is not None, text
    return match[1]


def milliseconds(took: Sequence[float]) -> Mapping[str, float]:
    ordered = sorted(1000 * value for value in took)
    return {"median": round(statistics.median(ordered)), "p95": round(ordered[int(0.95 * len(ordered))])}


def run(out: Path, seconds: float, kills: int) -> dict[str, Any]:
    """Let ten editors work at a desk for some seconds and kill it so often; return what was found, wrongs first."""
    store = Store.beside(out)
    Desk(store).take_in(out)
    server = Server(out)
    editors = [Editor(number, server.address, store.keys(Asked(), ALONE)) for number in range(EDITORS)]
    for editor in editors:
        editor.log_in()
    stop, failures = Event(), list[str]()
    threads = [Thread(target=_watched, args=(editor, stop, failures, Lock())) for editor in editors]
    for thread in threads:
        thread.start()
    for _ in range(kills):
        time.sleep(seconds / (kills + 1))
        server.kill()
        server.start()
    time.sleep(seconds / (kills + 1))
    stop.set()
    for thread in threads:
        thread.join()
    server.kill()
    told = [answer for editor in editors for answer in editor.told]
    keys = store.keys(Asked(), ALONE)
    result = {
        "wrongs": [*failures, *wrongs(store, keys, told, kills)],
        "counts": dict(sum((editor.counts for editor in editors), Counter[str]())),
        "entries": sum(len(store.trail(key)) for key in keys),
        "editors told": len({answer.who for answer in told}),
        "open ms": milliseconds([value for editor in editors for value in editor.opened]),
        "act ms": milliseconds([value for editor in editors for value in editor.acted]),
    }
    store.close()
    return result


def _watched(editor: Editor, stop: Event, failures: list[str], lock: Lock) -> None:
    try:
        editor.work(stop)
    except BaseException as error:  # noqa: BLE001
        with lock:
            failures.append(f"{editor.name}: {error!r}"[:2000])


if __name__ == "__main__":
    out, seconds, kills = sys.argv[1:]
    print(json.dumps(run(Path(out), float(seconds), int(kills)), ensure_ascii=False, indent=1))  # noqa: T201
