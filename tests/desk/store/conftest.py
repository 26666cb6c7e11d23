from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.desk.store.store import Store
from tests.desk.store.sample import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store.beside(tmp_path, clock)
    yield opened
    opened.close()
