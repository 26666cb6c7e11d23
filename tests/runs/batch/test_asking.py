"""One owner of retries: what is asked again, what never is, and when asking ends."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.errors import BackendError, DeniedError, PassingError
from drafter.runs.batch import asking
from drafter.runs.batch.asking import AWAY_AFTER, MOST_TRIES, OUT_OF_BUDGET, Asker
from drafter.runs.batch.budget import Budget, Most
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.pace import Limits, Pace, StoppedError
from drafter.writing.backends.base import Answer, Request, Usage

REQUEST = Request("规则", "资料", {}, 100)
READABLE = '{"items": [{"kind": "deed", "topic": "主动公开", "cites": ["N01"], "text": "开展培训。"}]}'
Script = Callable[[int], Answer | Exception]


class Model:
    """Answers its calls by a script of their number."""

    model = "m"

    def __init__(self, script: Script, seconds: float = 0.0) -> None:
        self.script, self.seconds, self.calls = script, seconds, 0

    async def complete(self, _request: Request) -> Answer:
        self.calls += 1
        outcome = self.script(self.calls)
        await asyncio.sleep(self.seconds)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def answer(text: str = READABLE) -> Answer:
    return Answer(text, "stop", "m", Usage(50, 20))


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "FIRST_WAIT_SECONDS", 0.001)
    monkeypatch.setattr(asking, "LONGEST_WAIT_SECONDS", 0.002)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal(tmp_path)
    yield opened
    opened.close()


def asker(model: Model, journal: Journal, most: Most | None = None) -> Asker:
    return Asker(model, "here", journal, Pace(Limits(4)), Budget(most or Most(), None, Usage()))


def ask(model: Model, journal: Journal, times: int = 1) -> list[Answer | str]:
    async def work() -> list[Answer | str]:
        one = asker(model, journal)
        return [await one.ask("f" * 64, REQUEST) for _ in range(times)]

    return asyncio.run(work())


def test_what_was_answered_is_never_asked_again_in_this_run_or_another(journal: Journal):
    model = Model(lambda _call: answer())

    assert ask(model, journal, 2) == [answer()] * 2
    assert ask(model, journal) == [answer()]
    assert model.calls == 1


def test_an_answer_is_in_the_journal_before_it_is_used(journal: Journal):
    async def work() -> bool:
        one = asker(Model(lambda _call: answer()), journal)
        await one.ask("f" * 64, REQUEST)
        return one.knows("f" * 64)

    assert asyncio.run(work())


def test_another_model_address_or_question_is_asked_anew(journal: Journal):
    async def work(address: str, fingerprint: str) -> int:
        model = Model(lambda _call: answer())
        one = Asker(model, address, journal, Pace(Limits(4)), Budget(Most(), None, Usage()))
        await one.ask(fingerprint, REQUEST)
        return model.calls

    assert asyncio.run(work("here", "a")) == 1
    assert asyncio.run(work("there", "a")) == 1
    assert asyncio.run(work("here", "b")) == 1
    assert asyncio.run(work("there", "b")) == 1
    assert asyncio.run(work("here", "a")) == 0


def test_two_townships_with_the_same_question_ask_once(journal: Journal):
    async def work() -> int:
        model = Model(lambda _call: answer(), seconds=0.05)
        one = asker(model, journal)
        await asyncio.gather(*(one.ask("f" * 64, REQUEST) for _ in range(5)))
        return model.calls

    assert asyncio.run(work()) == 1


def test_passing_failures_are_asked_again_so_often_and_no_more(journal: Journal):
    model = Model(lambda _call: PassingError("断了"))

    assert ask(model, journal) == ["断了"]
    assert model.calls == MOST_TRIES


def test_a_busy_endpoint_is_asked_for_as_long_as_it_takes(journal: Journal):
    busy = PassingError("忙", 0.001, busy=True)
    model = Model(lambda call: busy if call <= 3 * MOST_TRIES else answer())

    assert ask(model, journal) == [answer()]
    assert model.calls == 3 * MOST_TRIES + 1


def test_an_answer_that_cannot_be_read_is_asked_for_once_more_and_then_stands(journal: Journal):
    model = Model(lambda _call: answer("网关页面"))

    assert ask(model, journal) == [answer("网关页面")]
    assert ask(model, journal) == [answer("网关页面")]
    assert model.calls == 2


def test_what_is_refused_for_good_is_not_asked_again(journal: Journal):
    model = Model(lambda _call: BackendError("太长"))

    assert ask(model, journal) == ["太长"]
    assert model.calls == 1


def test_an_endpoint_that_lets_nobody_in_ends_the_asking_at_once(journal: Journal):
    async def work() -> tuple[int, bool, str]:
        model = Model(lambda _call: DeniedError("不认密钥"))
        one = asker(model, journal)
        asked = (one.ask(str(number), REQUEST) for number in range(9))
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [StoppedError] * 9
        return model.calls, one.is_away, one.reason

    assert asyncio.run(work()) == (1, True, "不认密钥")


def test_an_endpoint_that_is_not_there_ends_the_asking(journal: Journal):
    async def work() -> tuple[int, bool]:
        model = Model(lambda _call: PassingError("连不上"))
        one = asker(model, journal)
        await asyncio.gather(*(one.ask(str(number), REQUEST) for number in range(99)), return_exceptions=True)
        return model.calls, one.is_away

    calls, is_away = asyncio.run(work())

    assert is_away
    assert AWAY_AFTER <= calls <= AWAY_AFTER + 4


def test_the_budget_ends_the_asking_and_is_never_passed(journal: Journal):
    async def work() -> tuple[int, str, int]:
        one = asker(Model(lambda _call: answer()), journal, Most(tokens=1000))
        asked = (one.ask(str(number), REQUEST) for number in range(40))
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        return sum(isinstance(outcome, Answer) for outcome in outcomes), one.reason, one.budget.tokens

    answered, reason, tokens = asyncio.run(work())

    assert reason == OUT_OF_BUDGET
    assert 700 <= tokens <= 1000
    assert answered == tokens // 70


def test_when_the_batch_is_interrupted_answers_under_way_are_kept(journal: Journal):
    async def work() -> tuple[BaseException | Answer | str, bool]:
        one = asker(Model(lambda _call: answer(), seconds=0.2), journal)
        task = asyncio.create_task(one.ask("f" * 64, REQUEST))
        await asyncio.sleep(0.05)
        one.stop("中断")
        await one.finish(5)
        (outcome,) = await asyncio.gather(task, return_exceptions=True)
        return outcome, one.knows("f" * 64)

    assert asyncio.run(work())[1]


def test_answers_that_take_longer_than_the_grace_are_not_waited_for(journal: Journal):
    async def work() -> float:
        one = asker(Model(lambda _call: answer(), seconds=60), journal)
        task = asyncio.create_task(one.ask("f" * 64, REQUEST))
        await asyncio.sleep(0.05)
        start = asyncio.get_running_loop().time()
        one.stop("中断")
        await one.finish(0.1)
        await asyncio.gather(task, return_exceptions=True)
        return asyncio.get_running_loop().time() - start

    assert asyncio.run(work()) < 10
