"""Which model a name stands for."""

from pathlib import Path

from drafter.errors import UsageError
from drafter.runs.relay import relay_backend
from drafter.settings import ModelSettings, load_settings
from drafter.writing.backends.base import Backend, Structure
from drafter.writing.backends.local import PREFIX, LocalBackend
from drafter.writing.backends.openai import Endpoint, OpenAIBackend

RELAY_PREFIX = "relay:"


def model_named(name: str, folder: Path, *, retries: int | None = None) -> Backend:
    """Return the model of a name: one that `drafter.toml` describes, a file after `gguf:`, a folder after `relay:`.

    `retries` takes the place of what the settings say, for a caller that asks again itself.
    Raises UsageError for another name, InputError for a file that is no model.
    """
    if name.startswith(RELAY_PREFIX):
        return relay_backend(folder / Path(name.removeprefix(RELAY_PREFIX)).expanduser())
    if name.startswith(PREFIX):
        return LocalBackend(Path(name.removeprefix(PREFIX)).expanduser())
    chosen = settings_named(name, folder)
    if not (chosen.key().isascii() and chosen.key().isprintable()):
        raise UsageError(f"环境变量 {chosen.key_env} 里的密钥有汉字或看不见的字符，请重新复制")
    endpoint = Endpoint(
        chosen.base_url,
        chosen.model,
        chosen.key(),
        timeout_seconds=chosen.timeout_seconds,
        retries=chosen.retries if retries is None else retries,
        structure=Structure(chosen.structure),
    )
    return OpenAIBackend(endpoint)


def settings_named(name: str, folder: Path) -> ModelSettings:
    """Return what `drafter.toml` says of a model. Raises UsageError where it says nothing of it."""
    models = load_settings(folder).models
    if name not in models:
        known = "、".join(["stock", *models])
        raise UsageError(f"没有名为“{name}”的起草方式，可用：{known}；自己的模型写在 drafter.toml 的 [models.名称] 里")
    return models[name]
