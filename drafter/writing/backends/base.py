"""What goes to a model and what comes back, whatever the endpoint."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any, Protocol


class Structure(StrEnum):
    """How far an endpoint holds a model to our JSON Schema, strongest first.

    PATTERN enforces the schema with the pattern under which no numeral can be decoded; SCHEMA the schema without it;
    OBJECT any JSON object; TEXT nothing.
    """

    PATTERN = "json_schema+pattern"
    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Request:
    """A question to a model: frozen rules first, this township's data last."""

    system: str
    user: str
    schema: Mapping[str, Any]
    max_tokens: int

    def fingerprint(self, model: str) -> str:
        """Return the hash of everything that decides the reply."""
        body = {
            "model": model,
            "system": self.system,
            "user": self.user,
            "schema": self.schema,
            "max_tokens": self.max_tokens,
        }
        return sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one request as the endpoint counts them; 0 where it does not say."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the text, why it ended (stop, length, content_filter), by which model, at what cost."""

    text: str | None
    finish: str
    model: str
    usage: Usage = Usage()


class Backend(Protocol):
    """Sends requests to one model."""

    @property
    def model(self) -> str:
        """Return the name of the model, as the run record shows it."""

    async def complete(self, request: Request) -> Answer:
        """Return the model's answer. Raises BackendError where none could be had."""
