"""How a cassette is kept: YAML that one can read, with Chinese as Chinese and the JSON bodies as trees."""

import json
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    pass


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """Write a text of several lines as it stands, line by line."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def serialize(cassette: dict[str, Any]) -> str:
    interactions = [
        {"request": _unpacked(entry["request"]), "response": _unpacked(entry["response"])}
        for entry in cassette["interactions"]
    ]
    tree = {"version": cassette["version"], "interactions": interactions}
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, width=10_000, sort_keys=False)


def deserialize(text: str) -> dict[str, Any]:
    cassette: dict[str, Any] = yaml.safe_load(text)
    for entry in cassette["interactions"]:
        entry["request"]["body"] = _packed(entry["request"]["body"])
        entry["response"]["body"] = {"string": _packed(entry["response"]["body"])}
    return cassette


def _unpacked(message: dict[str, Any]) -> dict[str, Any]:
    body = message["body"]
    text = body["string"] if isinstance(body, dict) else body
    return {**message, "body": json.loads(text)}


def _packed(tree: Any) -> str:
    return json.dumps(tree, ensure_ascii=False)
