"""Measure the desk with many reports: taking them in, the queue, its filters, opening one, memory.

Run from the checkout with `PYTHONPATH=.`; the reports are those of the example township under many invented names.
They are drafted once into the folder and used again when it is there.
"""

import argparse
import json
import random
import resource
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from drafter.desk.account import ALONE
from drafter.desk.service import Desk
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from tests.desk import reports

FIRST = "青白碧清明金银玉石松柏桃梅兰竹菊枫杨柳槐"
SECOND = "山溪河湖泉塘坪岭坡岗湾沟洼源坝桥渡浦洲"
THIRD = ["", *"东西南北上下前后新老大小高低长宽深远近阳阴中正平安和顺昌盛兴隆福禄寿喜吉祥如意瑞"]
COUNTIES = [f"{first}{second}县" for first in "云青龙凤江" for second in "岭川州阳原"]
ROUNDS = 60
OK = 200
FILTERS = {
    "first page": Asked(),
    "by status": Asked(status="待审"),
    "by county": Asked(county=COUNTIES[3]),
    "name searched": Asked(text="青山"),
    "text searched": Asked(text="乡村振兴 2个"),
    "nothing found": Asked(text="没有这样的词"),
    "last page, by county": Asked(page=999, order="county"),
}


def township(number: int) -> str:
    """Return the name of a township, another for each number."""
    number, first = divmod(number, len(FIRST))
    third, second = divmod(number, len(SECOND))
    return f"{FIRST[first]}{THIRD[third]}{SECOND[second]}镇"


def written(place: tuple[Path, int]) -> None:
    """Write one report, where it is not there yet."""
    out, number = place
    name = township(number)
    if not (out / name / "report.json").is_file():
        county, note = COUNTIES[number % len(COUNTIES)], f"年内新增乡村振兴栏目{number % 9 + 1}个"
        reports.write(out, name, reports.record.__wrapped__(name, county, note))


def timed(work: Callable[[], Any], rounds: int = ROUNDS) -> dict[str, float]:
    """Return how long some work takes in milliseconds, and how long of that it had the processor on average."""
    took, start_of_all = [], time.process_time()
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    processor = 1000 * (time.process_time() - start_of_all) / rounds
    took.sort()
    return {
        "median": round(statistics.median(took), 1),
        "p95": round(took[int(0.95 * len(took))], 1),
        "max": round(took[-1], 1),
        "processor": round(processor, 1),
    }


def megabytes() -> float:
    """Return what this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return round(pages * resource.getpagesize() / 2**20, 1)


def browser(desk: Desk, out: Path) -> Any:
    """Return a client that sits at the pages of a desk in this process: what it waits for is the server's time."""
    from starlette.testclient import TestClient

    from drafter.desk.entrance import Entrance
    from drafter.desk.web.app import desk_app
    from drafter.desk.web.site import Site

    entrance = Entrance(desk.store)
    site = Site(desk, out, entrance, by_link=True, cookie="desk")
    client = TestClient(desk_app(site, ("http://127.0.0.1:8000",)), base_url="http://127.0.0.1:8000")
    client.get(f"/enter?link={entrance.link()}")
    return client


def asked_for(client: Any, address: str) -> None:
    """Ask for a page, which must be there."""
    answer = client.get(address)
    if answer.status_code != OK:
        raise RuntimeError(f"{address}: {answer.status_code}")


def measured(out: Path) -> dict[str, Any]:
    """Return the figures of a folder of reports."""
    figures: dict[str, Any] = {"memory before": megabytes()}
    store = Store.beside(out)
    desk = Desk(store)
    start = time.perf_counter()
    taken = desk.take_in(out)
    figures["taken in"], figures["seconds to take in"] = len(taken.new), round(time.perf_counter() - start, 1)
    start = time.perf_counter()
    desk.take_in(out)
    figures["seconds to find nothing new"] = round(time.perf_counter() - start, 2)
    figures["queue"] = {name: timed(partial(desk.queue, asked, ALONE)) for name, asked in FILTERS.items()}
    figures["board"] = timed(lambda: desk.board(ALONE))
    figures["keys for next and last"] = timed(lambda: desk.keys(Asked(), ALONE))
    keys = list(desk.keys(Asked(), ALONE))
    figures["reports"] = len(keys)
    random.Random(1).shuffle(keys)  # noqa: S311
    first = iter(keys)
    figures["open, never opened before"] = timed(lambda: desk.open(next(first), ALONE), min(len(keys), 200))
    figures["open again"] = timed(lambda: desk.open(keys[min(len(keys), 200) - 1], ALONE))
    client, rest = browser(desk, out), iter(keys[200:])
    pages = {
        "queue": "/",
        "by status": "/?status=待审",
        "by county": f"/?county={COUNTIES[3]}",
        "searched": "/?text=乡村振兴",
        "board": "/board",
        "same report": f"/report/{keys[0]}",
    }
    figures["pages"] = {name: timed(partial(asked_for, client, address)) for name, address in pages.items()}
    figures["pages"]["report, never opened before"] = timed(
        lambda: asked_for(client, f"/report/{next(rest)}"), min(len(keys) - 200, 100)
    )
    figures["memory"] = megabytes()
    store.close()
    figures["megabytes of the database"] = round((out / ".drafter" / "desk.sqlite3").stat().st_size / 2**20, 1)
    return figures


def main() -> None:
    """Draft what is missing and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, default=1500)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    with ProcessPoolExecutor(asked.jobs) as pool:
        list(pool.map(written, [(asked.out, number) for number in range(asked.reports)], chunksize=20))
    print(json.dumps(measured(asked.out), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
