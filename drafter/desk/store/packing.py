"""A report as bytes and back: what it was drafted from apart from what people made of it."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from drafter.desk.state import from_json, to_json
from drafter.desk.working import WorkingReport

SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Packed:
    """A report in two compressed parts. The source is named by its hash, and the same for most versions of a report."""

    source_digest: str
    source: bytes
    state: bytes
    digest: str
    """The hash of the whole report, which the trail binds."""


def packed(working: WorkingReport) -> Packed:
    """Return a report as bytes."""
    tree = dict(to_json(working))
    source, state = _bytes(tree.pop(SOURCE)), _bytes(tree)
    name = sha256(source).hexdigest()
    return Packed(name, zlib.compress(source), zlib.compress(state), _digest(name, state))


def unpacked(source: bytes, state: bytes) -> WorkingReport:
    """Return the report that was packed."""
    return from_json({**_tree(state), SOURCE: _tree(source)})


def digest_of(source: bytes, state: bytes) -> str:
    """Return the hash of a packed report, made from its content and not from what stands beside it."""
    return _digest(sha256(zlib.decompress(source)).hexdigest(), zlib.decompress(state))


def _digest(source: str, state: bytes) -> str:
    return sha256(source.encode() + state).hexdigest()


def _bytes(tree: Any) -> bytes:
    """Return a tree as JSON with its keys in their order: a report comes back as it was."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _tree(content: bytes) -> Mapping[str, Any]:
    tree: Mapping[str, Any] = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    return tree
