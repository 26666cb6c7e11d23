"""What an office sets once: the models it may use, in `drafter.toml`. Keys stay in the environment."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from drafter.errors import InputError

FILE_NAME = "drafter.toml"
MOST_SECONDS, MOST_RETRIES = 3600, 10
STRUCTURES = ("json_schema+pattern", "json_schema", "json_object", "text")
FIELDS: Mapping[str, type | tuple[type, ...]] = {
    "base_url": str,
    "model": str,
    "key_env": str,
    "timeout_seconds": (int, float),
    "retries": int,
    "structure": str,
    "price_input": (int, float),
    "price_cached": (int, float),
    "price_output": (int, float),
    "requests_per_minute": int,
    "tokens_per_minute": int,
    "concurrency": int,
}
PRICES = ("price_input", "price_cached", "price_output")
LIMITS = ("requests_per_minute", "tokens_per_minute", "concurrency")
MOST_CONCURRENCY = 256


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A model by its name in `drafter.toml`."""

    base_url: str
    model: str
    key_env: str = ""
    """The environment variable that holds the key; empty for an endpoint without one."""
    timeout_seconds: float = 120.0
    """The most seconds that a request may take, retries included."""
    retries: int = 3
    """How often a busy or failing endpoint is asked again."""
    structure: str = "json_schema+pattern"
    price_input: float | None = None
    """元 for a million tokens of a prompt; None where the office did not write any prices."""
    price_cached: float | None = None
    """The same for those that the endpoint had in its cache; without it they cost what others do."""
    price_output: float | None = None
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    concurrency: int = 8
    """The most requests of a batch that are under way at once."""

    def key(self) -> str:
        """Return the key, empty where the variable is not set."""
        return os.environ.get(self.key_env, "").strip() if self.key_env else ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `drafter.toml` says."""

    models: Mapping[str, ModelSettings]


def load_settings(folder: Path) -> Settings:
    """Return the settings of `drafter.toml` in a folder, or of the file that `DRAFTER_CONFIG` names; none is fine.

    Raises InputError where the file cannot be read or says something that is not a setting.
    """
    named = os.environ.get("DRAFTER_CONFIG")
    path = Path(named) if named else folder / FILE_NAME
    if not named and not path.exists():
        return Settings({})
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(path, "读不出来") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(path, "不是有效的 TOML 文件，请检查引号和方括号") from error
    models = raw.get("models", {})
    if not isinstance(models, dict) or set(raw) - {"models"}:
        raise InputError(path, "只能有 [models.名称] 这样的部分")
    return Settings({name: _model(path, name, item) for name, item in models.items()})


def _model(path: Path, name: str, raw: Any) -> ModelSettings:
    place = f"[models.{name}] 里"
    if not isinstance(raw, dict):
        raise InputError(path, f"{place}应当有 base_url 和 model")
    for field in ("base_url", "model"):
        if not raw.get(field):
            raise InputError(path, f"{place}没有写 {field}")
    for field, value in raw.items():
        if field not in FIELDS:
            advice = "密钥放在环境变量里，这里用 key_env 写变量名" if "key" in field.lower() else "请删去"
            raise InputError(path, f"{place}的 {field} 不是设置项，{advice}")
        if not isinstance(value, FIELDS[field]) or isinstance(value, bool):
            raise InputError(path, f"{place}的 {field} 类型不对")
    if raw.get("structure", STRUCTURES[0]) not in STRUCTURES:
        raise InputError(path, f"{place}的 structure 只能是 {'、'.join(STRUCTURES)}")
    _check_values(path, place, raw)
    _check_batch_values(path, place, raw)
    return ModelSettings(**raw)


def _check_values(path: Path, place: str, raw: Mapping[str, Any]) -> None:
    if not 0 < raw.get("timeout_seconds", 1) <= MOST_SECONDS:
        raise InputError(path, f"{place}的 timeout_seconds 应当大于 0、不超过 {MOST_SECONDS}")
    if not 0 <= raw.get("retries", 0) <= MOST_RETRIES:
        raise InputError(path, f"{place}的 retries 应当在 0 到 {MOST_RETRIES} 之间")
    if not _is_address(raw["base_url"]):
        advice = "应当是 http:// 或 https:// 开头的地址，里面不能有用户名、密码和问号后的参数"
        raise InputError(path, f"{place}的 base_url {advice}")


def _check_batch_values(path: Path, place: str, raw: Mapping[str, Any]) -> None:
    for name in PRICES:
        if not 0 <= raw.get(name, 0) < 1_000_000:
            raise InputError(path, f"{place}的 {name} 应当是每百万 tokens 多少元，不能是负数")
    if ("price_input" in raw) != ("price_output" in raw) or ("price_cached" in raw and "price_input" not in raw):
        raise InputError(path, f"{place}的 price_input 和 price_output 要一起写；price_cached 可以不写")
    for name in LIMITS:
        most = MOST_CONCURRENCY if name == "concurrency" else 10**12
        if not 1 <= raw.get(name, 1) <= most:
            raise InputError(path, f"{place}的 {name} 应当是 1 到 {most} 的整数")


def _is_address(text: str) -> bool:
    """Return whether a text is an address that can be shown: with no place in it for a key."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or "@" in parts.netloc)
