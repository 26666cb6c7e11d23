"""What holds for every test: a clean environment, no network beyond this machine, repeatable properties."""

import os

import pytest
from hypothesis import settings

SETTINGS = ("DRAFTER_", "OPENAI_")
THIS_MACHINE = [r"127\.0\.0\.1", r"::1", r"localhost"]

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pytest-recording refuse every connection that leaves this machine."""
    for item in items:
        item.add_marker(pytest.mark.block_network(allowed_hosts=THIS_MACHINE))


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(SETTINGS)]:
        monkeypatch.delenv(name)
