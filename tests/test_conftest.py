"""The promises of conftest.py."""

import os
import socket

import pytest


def test_a_test_cannot_reach_another_machine():
    with socket.socket() as connection, pytest.raises(RuntimeError, match="Network is disabled"):
        connection.connect(("192.0.2.1", 9))


def test_a_test_may_talk_to_a_server_it_runs_itself():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_no_setting_of_the_person_who_runs_the_tests_reaches_a_test():
    assert [name for name in os.environ if name.startswith(("DRAFTER_", "OPENAI_"))] == []
