"""A model file on this machine, run in this process: the only door to `xllamacpp`."""

import os
import secrets
from hashlib import sha256
from pathlib import Path
from typing import Any

from drafter.errors import InputError, MissingExtra
from drafter.writing.backends.openai import Endpoint, OpenAIBackend, direct_client

PREFIX = "gguf:"
MAGIC = b"GGUF"
CONTEXT_TOKENS = 16384
"""Room for the rules, the longest dossier and its reply; the memory it takes grows with it."""
TIMEOUT_SECONDS = 3600.0
"""A section takes minutes on an office computer: ten tokens a second, some thousand tokens."""
HASH_SHOWN = 12
QUIET = -1


class LocalBackend(OpenAIBackend):
    """Sends requests to xllamacpp's own server, which lives as long as this object and listens on loopback only."""

    def __init__(self, path: Path) -> None:
        name = _name(path)
        # Without a key any page open in a browser of this machine could ask the server.
        key = secrets.token_urlsafe(24)
        server = _serve(path, name, key)
        endpoint = Endpoint(f"{server.listening_address}/v1", name, key, timeout_seconds=TIMEOUT_SECONDS, retries=0)
        super().__init__(endpoint, direct_client())
        self._server = server

    @property
    def address(self) -> str:
        """Return where it runs; its port changes with every run and decides nothing."""
        return PREFIX


def _name(path: Path) -> str:
    """Return what the run record calls a model: its file's name and the start of its hash, never its folder.

    Raises InputError where there is no such file or it is not GGUF.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise InputError(path, "不是 GGUF 格式的模型文件")
            digest = sha256(MAGIC)
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise InputError(path, "模型文件读不出来，请检查 gguf: 后面的路径") from error
    return f"{path.name}@sha256:{digest.hexdigest()[:HASH_SHOWN]}"


def _serve(path: Path, name: str, key: str) -> Any:
    """Return a running server of a model. Raises MissingExtra without xllamacpp, InputError for a damaged file."""
    try:
        import xllamacpp
    except ImportError as error:
        raise MissingExtra("在本机运行模型", "local") from error
    options: Any = xllamacpp.CommonParams()
    options.model.path = str(path)
    options.model_alias = {name}
    options.api_keys = [key]
    options.hostnames = ["127.0.0.1"]
    options.port, options.ui = 0, False
    options.n_ctx = CONTEXT_TOKENS
    options.n_parallel, options.cache_ram_mib = 1, 0
    # The threads wait for the slowest: with one core left to everything else they are not held up ten times over.
    options.cpuparams.n_threads = max(1, (os.cpu_count() or 1) - 1)
    options.verbosity = QUIET
    try:
        return xllamacpp.Server(options)
    except RuntimeError as error:
        raise InputError(path, "模型文件打不开：可能不完整、不是文本生成模型，或者内存不够") from error
