"""JSON Schema: the only door to `jsonschema`. What an instance violates, as values with Chinese text."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from drafter.errors import ShippedDataError
from drafter.resources import read_text

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that a schema forbids: where, by which rule, and what the rule says."""

    path: Path
    """The keys and indexes that lead to it; a missing or unknown property is named itself."""
    rule: str
    """The keyword of JSON Schema, such as `required`."""
    limit: Any
    """What the keyword says, such as 600 for `maxLength`."""
    label: str
    """The title of the part of the schema that was violated; empty where it has none."""
    hint: str
    """The description of that part; empty where it has none."""
    value: Any

    @property
    def text(self) -> str:
        """Return what is wrong, in Chinese, as a clause without its subject."""
        return _TEXTS[self.rule](self)


def violations(schema_name: str, instance: Any) -> list[Violation]:
    """Return what an instance violates of a shipped schema such as `dossier`, sorted by path.

    Decimals count as numbers and booleans never do. The validator is built once for each schema.
    """
    return _sorted(_shipped(schema_name), instance)


def violations_of(schema: Mapping[str, Any], instance: Any) -> list[Violation]:
    """Return what an instance violates of a schema that was made here and now, sorted by path."""
    return _sorted(_validator(schema), instance)


@cache
def _shipped(schema_name: str) -> "Draft202012Validator":
    schema = json.loads(read_text(f"schemas/{schema_name}.schema.json"))
    validator = _validator(schema)
    validator.check_schema(schema)
    return validator


def _validator(schema: Mapping[str, Any]) -> "Draft202012Validator":
    return _strict()(schema)


@cache
def _strict() -> "type[Draft202012Validator]":
    """Return the class of our validators, made once: making it takes longer than most schemas take to check."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: _is_integer(value))
    checker = checker.redefine("number", lambda _, value: _is_integer(value) or isinstance(value, Decimal | float))
    strict: type[Draft202012Validator] = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    return strict


def _is_integer(value: Any) -> bool:
    """Return whether a value is written as an integer: `3.0` is not."""
    return isinstance(value, int) and not isinstance(value, bool)


def _sorted(validator: "Draft202012Validator", instance: Any) -> list[Violation]:
    found = {(item.path, item.rule): item for error in validator.iter_errors(instance) for item in _violations(error)}
    return [found[key] for key in sorted(found, key=lambda key: ([_order(part) for part in key[0]], key[1]))]


def _order(part: str | int) -> tuple[int, int, str]:
    return (0, part, "") if isinstance(part, int) else (1, 0, part)


def _violations(error: "ValidationError") -> Iterator[Violation]:
    """Yield an error; one for each property where properties are missing or unknown."""
    path, rule, limit, value = tuple(error.absolute_path), str(error.validator), error.validator_value, error.instance
    schema: Any = error.schema if isinstance(error.schema, Mapping) else {}
    label, hint, properties = schema.get("title", ""), schema.get("description", ""), schema.get("properties", {})
    if rule == "required":
        for name in [name for name in _names(limit) if name not in _names(value)]:
            missing = properties.get(name, {})
            yield Violation((*path, name), rule, True, missing.get("title", ""), missing.get("description", ""), None)
    elif rule == "additionalProperties":
        for name in [name for name in _names(value) if name not in properties]:
            yield Violation((*path, name), rule, tuple(properties), label, hint, None)
    elif rule in _TEXTS:
        yield Violation(path, rule, limit, label, hint, value)
    else:
        raise ShippedDataError(f"数据规范里用了没有中文说明的规则 {rule}")


def _names(value: Any) -> list[str]:
    return list(value)


_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "array": "清单（每项以 - 开头）",
    "object": "一组“名称: 内容”",
    "boolean": "true 或 false",
    "null": "空白",
}


def _type_text(violation: Violation) -> str:
    names = [violation.limit] if isinstance(violation.limit, str) else violation.limit
    return f"应当是{'或'.join(_TYPES[name] for name in names)}"


_TEXTS: Mapping[str, Callable[[Violation], str]] = {
    "required": lambda _: "没有填",
    "additionalProperties": lambda _: "不是这里该有的项目",
    "type": _type_text,
    "enum": lambda v: f"只能是{'、'.join(str(choice) for choice in v.limit)}之一",
    "const": lambda v: f"只能是 {v.limit}",
    "pattern": lambda _: "写法不对",
    "minLength": lambda _: "是空的",
    "maxLength": lambda v: f"太长，最多 {v.limit} 个字，现有 {len(v.value)} 个",
    "minimum": lambda v: f"不能小于 {v.limit}",
    "maximum": lambda v: f"不能大于 {v.limit}",
    "minItems": lambda v: f"至少要有 {v.limit} 项",
    "maxItems": lambda v: f"最多 {v.limit} 项，现有 {len(v.value)} 项",
}
RULES = frozenset(_TEXTS)
"""The keywords that have a Chinese text; our schemas use no others."""
