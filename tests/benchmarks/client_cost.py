"""What a report drafted with a model costs us, and what it costs to wait for the endpoint.

Run `python -m tests.benchmarks.client_cost`. The endpoint is a stub on loopback that takes a fixed time for each
request and answers with a sentence for every note and problem: two replies, twenty sentences. All that is not the
stub's fixed time counts as ours: reading the dossier, prompts, HTTP, checks, rendering, audit, files.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from drafter.document.formats import FORMATS
from drafter.dossier.intake import load_dossier
from drafter.dossier.ledger import build_ledger
from drafter.runs.drafting import draft_to_folder
from drafter.runs.pipeline import DEFAULT_FORMATS, Report
from drafter.writing.backends.openai import Endpoint, OpenAIBackend
from drafter.writing.checks.judge import judge
from drafter.writing.model.asking import draft_request
from drafter.writing.model.judging import judge_items
from drafter.writing.model.outline import overview_task
from drafter.writing.model.rendering import rendered
from drafter.writing.model.writer import ModelUse
from drafter.writing.reply import read_reply
from drafter.writing.stock.writer import stock_voice
from tests.endpoints.stub import Asked, answering, endpoint

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = ROOT / "examples" / "lingxi-2025" / "dossier.yaml"
LATENCY_SECONDS = 2.0
REQUESTS = 2
ROUNDS = 5
REPEATS = 21


@dataclass(frozen=True)
class Share:
    """The seconds of a report, how many requests it took, and the part of the seconds that is ours."""

    seconds: float
    requests: int
    computed: float = 0.0
    """The seconds of a processor, the stub's included, that this process took: what `ours` is on an idle machine."""

    @property
    def ours(self) -> float:
        return self.seconds - self.requests * LATENCY_SECONDS

    @property
    def share(self) -> float:
        return self.ours / self.seconds


def retold(user: str) -> str:
    """Return a reply that tells every note and problem in its own words, and leaves measures to the clerk."""
    topics = json.loads(user[user.index('{"topics"') :])["topics"]
    items = [
        {
            "kind": "problem" if topic["topic"].startswith("P") else "deed",
            "topic": topic["topic"],
            "cites": [material["id"]],
            "text": f"{material['text'].rstrip('。')}。",
        }
        for topic in topics
        for material in topic["materials"]
        if not material["planned"]
    ]
    return json.dumps({"items": items}, ensure_ascii=False)


def from_notes(asked: Asked) -> str:
    return retold(asked.user)


def forget_texts() -> None:
    """Forget what was worked out of any text, so that every round meets its dossier for the first time."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("drafter.") else ():
            if hasattr(value, "cache_clear") and {"text", "notes"} & set(signature(value).parameters):
                value.cache_clear()


def milliseconds(work: Callable[[], Any]) -> float:
    """Return the median of some runs, after one that warms up."""
    work()
    times = []
    for _ in range(REPEATS):
        forget_texts()
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times) * 1000


def reply_costs() -> dict[str, float]:
    """Return the milliseconds of each step after one reply has come in."""
    source = load_dossier(DOSSIER).dossier
    assert source is not None
    ledger = build_ledger(source)
    voice = stock_voice(source, ledger)
    task = overview_task(voice)
    text = retold(draft_request(voice, task).user)
    items = read_reply(text).items
    judged = [item for item in judge_items(voice, task, items, (), judge) if item.is_usable]
    assert len(judged) == len(items) > 10
    with endpoint(answering(from_notes)) as server:
        document = drafted(server.base_url).document
    return {
        "reading the reply": milliseconds(lambda: read_reply(text)),
        "judging its sentences": milliseconds(lambda: judge_items(voice, task, items, (), judge)),
        "rendering them": milliseconds(lambda: [rendered(voice, item) for item in judged]),
        "the files": milliseconds(lambda: [FORMATS[name](document) for name in DEFAULT_FORMATS]),
    }


def drafted(base_url: str) -> Report:
    """Return a report drafted as the program does, from the dossier's file to files on disk."""
    loaded = load_dossier(DOSSIER)
    assert loaded.dossier is not None
    backend = OpenAIBackend(Endpoint(base_url, "stub", "", timeout_seconds=30, retries=0))
    with tempfile.TemporaryDirectory() as folder:
        use = ModelUse(backend, judge, required=True)
        return draft_to_folder(loaded.dossier, loaded.findings, Path(folder) / "out", model=use)


def shares() -> list[Share]:
    """Return the measured reports, each on its own; the first, which reads our data files, is left out."""
    with endpoint(answering(from_notes)) as server:
        drafted(server.base_url)
    with endpoint(answering(from_notes, latency=LATENCY_SECONDS)) as server:
        found = []
        for _ in range(ROUNDS):
            forget_texts()
            before = len(server.asked)
            start, computing = perf_counter(), process_time()
            report = drafted(server.base_url)
            taken = perf_counter() - start
            found.append(Share(taken, len(server.asked) - before, process_time() - computing))
            assert sum(len(entry.judged) for entry in report.rounds) >= 20
            assert "模型" in {sentence.origin for sentence in report.draft.sentences()}
    return found


def program() -> Share:
    """Return the whole of `drafter draft` in a process of its own, with the start of Python and all imports."""
    with endpoint(answering(from_notes, latency=LATENCY_SECONDS)) as server, tempfile.TemporaryDirectory() as folder:
        settings = f'[models.stub]\nbase_url = "{server.base_url}"\nmodel = "stub"\n'
        (Path(folder) / "drafter.toml").write_text(settings, encoding="utf-8")
        command = [sys.executable, "-m", "drafter", "draft", str(DOSSIER), "--model", "stub", "-o", "out"]
        start = perf_counter()
        subprocess.run(
            command, check=True, cwd=folder, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        return Share(perf_counter() - start, len(server.asked))


def main() -> None:
    """Print what was measured."""
    costs = reply_costs()
    for name, value in costs.items():
        sys.stdout.write(f"{name}: {value:.1f} ms\n")
    for item in shares():
        shown = f"{item.ours * 1000:.0f} ms ours ({item.computed * 1000:.0f} ms computing) of {item.seconds:.2f} s"
        sys.stdout.write(f"a report: {shown}, {item.share:.2%}\n")
    cold = program()
    sys.stdout.write(f"the program: {cold.ours * 1000:.0f} ms ours of {cold.seconds:.2f} s, {cold.share:.2%}\n")


if __name__ == "__main__":
    main()
