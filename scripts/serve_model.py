"""Serve a model file on loopback with the OpenAI interface, to make the recordings of the tests.

python scripts/serve_model.py MODEL.gguf [--port 8181]
"""

import argparse
import os
import time
from typing import Any

import xllamacpp

CONTEXT_TOKENS = 16384


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--port", type=int, default=8181)
    chosen = parser.parse_args()
    options: Any = xllamacpp.CommonParams()
    options.model.path, options.hostnames, options.port = chosen.model, ["127.0.0.1"], chosen.port
    options.model_alias = {"qwen2.5-coder-1.5b-instruct"}
    options.n_ctx, options.n_parallel, options.verbosity = CONTEXT_TOKENS, 1, -1
    options.cpuparams.n_threads = max(1, (os.cpu_count() or 1) - 1)
    server = xllamacpp.Server(options)
    print(f"{server.listening_address}/v1", flush=True)
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    main()
