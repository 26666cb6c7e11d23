"""How near a batch comes to the best that an endpoint allows, beside a plain loop and a well-known tool."""

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.endpoints.model import Model
from tests.endpoints.stub import Asked, Server, endpoint
from tests.runs.batch.program import Place
from tests.runs.batch.townships import write

CONCURRENCY = 64
PLAIN = """
import asyncio, json, sys
from openai import AsyncOpenAI

async def main():
    client = AsyncOpenAI(api_key="none", base_url=sys.argv[1], max_retries=1000)
    gate = asyncio.Semaphore(int(sys.argv[3]))
    async def one(body):
        async with gate:
            return (await client.chat.completions.create(**body)).choices[0].message.content
    bodies = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
    answers = await asyncio.gather(*(one(body) for body in bodies))
    assert all(answers)

asyncio.run(main())
"""
TOOL = """
import asyncio, json, sys
from langchain_openai import ChatOpenAI

async def main():
    bodies = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
    first = bodies[0]
    model = ChatOpenAI(model=first["model"], api_key="none", base_url=sys.argv[1], temperature=0, max_retries=1000)
    asked = [[(message["role"], message["content"]) for message in body["messages"]] for body in bodies]
    answers = await model.abatch(asked, config={"max_concurrency": int(sys.argv[3])})
    assert all(answer.content for answer in answers)

asyncio.run(main())
"""


@dataclass(frozen=True)
class Speed:
    """The seconds that some requests took, and the fewest they can take."""

    name: str
    requests: int
    sent: int
    """Requests with those that were refused and sent again."""
    ideal: float
    whole: float
    """From the start of the program to its end."""
    asking: float
    """From the first request to the last answer."""
    most_at_once: int

    @property
    def over(self) -> float:
        return self.asking / self.ideal


class Clock:
    """Notes when requests come and go."""

    def __init__(self, model: Model) -> None:
        self.model, self._lock = model, threading.Lock()
        self.first = self.last = 0.0

    def __call__(self, handler: Any, asked: Asked) -> None:
        now = time.monotonic()
        with self._lock:
            self.first = self.first or now
        self.model.behaviour(handler, asked)
        with self._lock:
            self.last = max(self.last, time.monotonic())


def ours(folder: Path, townships: int, latency: float, a_second: float | None) -> tuple[Speed, Path]:
    """Return what a batch took: checks, prompts, judging, repairs and files included; and what it asked."""
    write(folder / "in", townships)
    more = f"requests_per_minute = {round(a_second * 60)}" if a_second else ""
    place = Place(folder)
    model = Model(latency, a_second=a_second)
    clock = Clock(model)
    with endpoint(clock) as server:
        place.settings(server.base_url, concurrency=CONCURRENCY, timeout=60, more=more)
        start = time.monotonic()
        code, said = place.run("out")
        whole = time.monotonic() - start
        bodies = _bodies(folder / "bodies.jsonl", server)
    assert code == 0, said
    return _speed("drafter batch", model, clock, whole), bodies


def theirs(name: str, script: str, python: str, bodies: Path, latency: float, a_second: float | None) -> Speed:
    """Return what another program took that only sends the same requests."""
    model = Model(latency, a_second=a_second)
    clock = Clock(model)
    with endpoint(clock) as server:
        start = time.monotonic()
        command = [python, "-c", script, server.base_url, str(bodies), str(CONCURRENCY)]
        subprocess.run(command, check=True)
        whole = time.monotonic() - start
    return _speed(name, model, clock, whole)


def _bodies(path: Path, server: Server) -> Path:
    unique = {json.dumps(asked.body["messages"]): asked.body for asked in server.asked}
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(body, ensure_ascii=False) + "\n" for body in unique.values())
    return path


def _speed(name: str, model: Model, clock: Clock, whole: float) -> Speed:
    requests = len(model.came)
    ideal = max(requests * model.latency / CONCURRENCY, requests / model.a_second if model.a_second else 0.0)
    asking = clock.last - clock.first
    return Speed(name, requests, model.came.total(), ideal, whole, asking, model.most_at_once)


def measure(
    folder: Path, townships: int, latency: float, a_second: float | None = None, tool: str | None = None
) -> list[Speed]:
    """Return all of them, one after the other; `tool` is a Python that has langchain-openai."""
    folder.mkdir(exist_ok=True)
    own, bodies = ours(folder, townships, latency, a_second)
    found = [own, theirs("asyncio and openai", PLAIN, sys.executable, bodies, latency, a_second)]
    if tool:
        found.append(theirs("langchain-openai abatch", TOOL, tool, bodies, latency, a_second))
    return found
