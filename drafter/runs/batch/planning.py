"""From what a user asks for to a batch: the dossiers, the model with its bounds, the recipe."""

from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import UsageError
from drafter.runs.batch.batch import Asking, Batch
from drafter.runs.batch.budget import Most
from drafter.runs.batch.discovery import Found, find_entries
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.pace import Limits
from drafter.runs.batch.recipe import Recipe, digest_of
from drafter.runs.models import RELAY_PREFIX, model_named, settings_named
from drafter.runs.pipeline import STOCK, check_formats
from drafter.settings import ModelSettings
from drafter.writing.backends.batch_api import BatchApi
from drafter.writing.backends.local import PREFIX
from drafter.writing.backends.openai import OpenAIBackend
from drafter.writing.backends.prices import prices_of


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user chose; None where nothing was said."""

    formats: tuple[str, ...]
    model: str = STOCK
    jobs: int | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    only: tuple[str, ...] = ()
    retry_failed: bool = False
    keep_amber: bool = True
    require_model: bool = False
    by_post: bool = False
    """Whether requests go to the Batch interface of the endpoint."""


def plan_batch(source: Path, out: Path, choices: Choices, folder: Path) -> Batch:
    """Return the batch; `folder` is where `drafter.toml` is looked for.

    Raises UsageError for choices that do not fit each other, InputError where there is nothing to draft.
    """
    check_formats(choices.formats)
    settings = _settings(choices, folder)
    prices = prices_of(settings)
    if choices.max_cost is not None and prices is None:
        raise UsageError("--max-cost 要先在 drafter.toml 的这个模型里写单价：price_input 和 price_output")
    asking = _asking(choices, settings, folder)
    found = find_entries(source, out)
    recipe = Recipe(choices.formats, keep_amber=choices.keep_amber, requires_model=choices.require_model, prices=prices)
    if asking is not None:
        small = choices.model.startswith(PREFIX)
        recipe = replace(recipe, model=asking.backend.model, address=_address(asking), by_topic=small)
    return Batch(
        out=out,
        entries=_chosen(found, choices.only),
        recipe=replace(recipe, digest=digest_of(recipe)),
        asking=asking,
        trees=found.trees,
        unclear=found.unclear,
        retry_failed=choices.retry_failed,
        processes=choices.jobs if asking is None else None,
        everyone=found.entries,
    )


def _settings(choices: Choices, folder: Path) -> ModelSettings | None:
    if choices.model.startswith(RELAY_PREFIX):
        raise UsageError("批量起草不用 relay:；没有接口的，逐份用 drafter relay")
    if choices.model == STOCK or choices.model.startswith(PREFIX):
        return None
    return settings_named(choices.model, folder)


def _asking(choices: Choices, settings: ModelSettings | None, folder: Path) -> Asking | None:
    """Return the model of a batch; its backend never asks again by itself."""
    if choices.model == STOCK:
        if choices.by_post:
            raise UsageError("--via batch-api 要和 --model 一起用")
        return None
    concurrency = choices.jobs or (settings.concurrency if settings else 1)
    limits = Limits(concurrency)
    if settings is not None:
        limits = Limits(concurrency, settings.requests_per_minute, settings.tokens_per_minute)
    backend = model_named(choices.model, folder, retries=0)
    api = None
    if choices.by_post:
        if settings is None or not isinstance(backend, OpenAIBackend):
            raise UsageError("--via batch-api 要用 drafter.toml 里的模型，它的接口要有 Batch 功能")
        api = BatchApi(backend.endpoint)
    return Asking(backend, limits, Most(choices.max_tokens, choices.max_cost), api)


def _address(asking: Asking) -> str:
    if asking.api is not None:
        return f"{asking.api.endpoint.base_url} batch"
    return asking.backend.address if isinstance(asking.backend, OpenAIBackend) else asking.backend.model


def _chosen(found: Found, only: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the entries that are named by key or by name, all where none is. Raises UsageError for another name."""
    if not only:
        return found.entries
    unknown = [name for name in only if not any(name in (entry.key, entry.name) for entry in found.entries)]
    if unknown:
        known = "、".join(entry.key for entry in found.entries[:10])
        raise UsageError(f"--only 里的“{unknown[0]}”不在资料里，现有：{known}{'等' if len(found.entries) > 10 else ''}")
    return tuple(entry for entry in found.entries if entry.key in only or entry.name in only)
