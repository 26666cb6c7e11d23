"""Where the desk listens, and what the command says."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.desk.web.serving import Plan, checked, listening, origins_of
from drafter.errors import OutputError, UsageError
from tests.cli.run import Program
from tests.desk.reports import write


def test_the_desk_listens_on_this_machine_alone():
    with listening(Plan()) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example", ""])  # noqa: S104
def test_it_is_not_opened_to_others_without_passwords(host: str):
    with pytest.raises(UsageError):
        checked(Plan(host=host))


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
def test_it_is_never_opened_to_every_network(host: str):
    with pytest.raises(UsageError):
        checked(Plan(host=host, users=Path("users.toml")))


def test_an_office_opens_it_at_one_address():
    plan = Plan(host="192.168.1.5", users=Path("users.toml"))

    assert checked(plan) == plan
    assert origins_of(plan, 8000) == ("http://192.168.1.5:8000",)
    assert origins_of(plan, 80) == ("http://192.168.1.5",)


def test_it_answers_to_its_own_names():
    assert origins_of(Plan(), 8000) == ("http://127.0.0.1:8000", "http://localhost:8000")
    assert origins_of(Plan(host="::1"), 8000) == ("http://[::1]:8000", "http://localhost:8000")


def test_behind_a_proxy_it_answers_to_that_alone():
    plan = Plan(users=Path("users.toml"), address="https://Desk.example.cn")

    assert origins_of(checked(plan), 8000) == ("https://desk.example.cn",)


@pytest.mark.parametrize(
    "address", ["http://desk.example", "https://", "https://a/b", "https://u@a", "desk.example", "*"]
)
def test_what_is_no_address_of_a_proxy_is_refused(address: str):
    with pytest.raises(UsageError):
        checked(Plan(users=Path("users.toml"), address=address))


def test_a_proxy_lets_nobody_in_without_a_password():
    with pytest.raises(UsageError):
        checked(Plan(address="https://desk.example.cn"))


def test_a_port_that_is_taken_is_said():
    with listening(Plan()) as listener, pytest.raises(OutputError):
        listening(Plan(port=listener.getsockname()[1]))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, monkeypatch, capsys):
    done = Program(monkeypatch, capsys)("desk", tmp_path / "没有")

    assert done.code == 4
    assert "没有" in done.err


def test_the_command_opens_the_desk_says_where_and_ends_by_ctrl_c(tmp_path: Path):
    write(tmp_path, "灵溪镇")
    command = [sys.executable, "-m", "drafter", "desk", str(tmp_path), "--no-browser"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    desk = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, encoding="utf-8")
    assert desk.stderr is not None
    try:
        said = desk.stderr.readline()
        assert re.search(r"http://127\.0\.0\.1:\d+/enter\?link=\S+", said)
        assert "Ctrl+C" in desk.stderr.readline()
        assert "新收进 1 份" in desk.stderr.readline()
        desk.send_signal(signal.SIGINT)
        assert desk.wait(30) in (0, 130)
    finally:
        desk.kill()
        desk.stderr.close()
