"""A model whose answers are already there: for walking a draft as far as they reach."""

from collections.abc import Mapping

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request


class KnownAnswers:
    """Answers from a mapping by fingerprint, where a text says why there is none; what is not in it is `open`."""

    def __init__(self, model: str, answers: Mapping[str, Answer | str]) -> None:
        self.model, self._answers = model, answers
        self.open: dict[str, Request] = {}
        """The requests that had no answer, by their fingerprint, in the order they were asked."""

    async def complete(self, request: Request) -> Answer:
        """Return the answer that is there."""
        fingerprint = request.fingerprint(self.model)
        known = self._answers.get(fingerprint)
        if isinstance(known, Answer):
            return known
        if known is None:
            self.open[fingerprint] = request
        raise BackendError(known or "还没有回答")
