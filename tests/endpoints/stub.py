"""A model endpoint on loopback that answers as it is told to: well, badly, slowly, or not at all."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DRIP_SECONDS = 0.05
LONGEST_SECONDS = 30
"""After so long even a hanging endpoint lets go, should a client never do."""
HUGE = 10_000_000


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def user(self) -> str:
        return str(self.body["messages"][-1]["content"])


class Handler(BaseHTTPRequestHandler):
    """Reads a request, keeps it, and behaves as its server is told to."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, json.loads(body))
        with self.server.lock:
            self.server.asked.append(asked)
        try:
            self.server.behaviour(self, asked)
        except OSError:
            # The client went away, as it should from an endpoint that is slow.
            self.close_connection = True

    def log_message(self, *_args: Any) -> None:
        """Stay quiet."""

    def start(self, status: int = 200, length: int | None = None, **headers: str) -> None:
        """Send a status and headers; names write `_` for `-`."""
        self.send_response(status)
        for name, value in {"content_type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        if length is None:
            self.close_connection = True
            self.send_header("connection", "close")
        else:
            self.send_header("content-length", str(length))
        self.end_headers()

    def whole(self, content: bytes, status: int = 200, **headers: str) -> None:
        """Send a whole reply."""
        self.start(status, len(content), **headers)
        self.wfile.write(content)

    def wait(self, seconds: float) -> bool:
        """Wait, and return whether the server is still wanted."""
        return not self.server.ended.wait(seconds)


Behaviour = Callable[[Handler, Asked], None]


class Server(ThreadingHTTPServer):
    """The endpoint: what it does, and what it was asked."""

    daemon_threads = False

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour = behaviour
        self.asked: list[Asked] = []
        self.lock = threading.Lock()
        self.ended = threading.Event()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet about clients that went away while the headers were sent."""


@contextmanager
def endpoint(behaviour: Behaviour) -> Iterator[Server]:
    """Yield a running endpoint; all its threads have ended afterwards."""
    server = Server(behaviour)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def completion(content: Any, finish: str = "stop", **changes: Any) -> bytes:
    """Return the body of a chat completion."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}
    usage = {"prompt_tokens": 900, "completion_tokens": 120, "total_tokens": 1020}
    usage["prompt_tokens_details"] = {"cached_tokens": 640}  # type: ignore[assignment]
    body = {"id": "c", "object": "chat.completion", "created": 0, "model": "qwen-stub", "choices": [choice]}
    return json.dumps({**body, "usage": usage, **changes}).encode()


def answering(content: Callable[[Asked], str] | str, *, latency: float = 0.0, **changes: Any) -> Behaviour:
    """Answer well, after a latency."""

    def behave(handler: Handler, asked: Asked) -> None:
        if latency:
            time.sleep(latency)
        handler.whole(completion(content(asked) if callable(content) else content, **changes))

    return behave


def raw(content: bytes, status: int = 200, **headers: str) -> Behaviour:
    """Answer with these bytes."""

    def behave(handler: Handler, _asked: Asked) -> None:
        handler.whole(content, status, **headers)

    return behave


def refusing(status: int, **headers: str) -> Behaviour:
    """Answer with an error that repeats the key it was sent, as careless gateways do."""

    def behave(handler: Handler, asked: Asked) -> None:
        error = {"error": {"message": f"bad request with {asked.headers.get('authorization')}", "code": status}}
        handler.whole(json.dumps(error).encode(), status, **headers)

    return behave


def echoing(handler: Handler, asked: Asked) -> None:
    """Answer well, but for the key, which stands in a sentence and in the name of the model."""
    key = asked.headers["authorization"].removeprefix("Bearer ")
    item = {"kind": "deed", "topic": "主动公开", "cites": ["N01"], "text": f"密钥是{key}。"}
    handler.whole(completion(json.dumps({"items": [item]}, ensure_ascii=False), model=key))


def dripping(handler: Handler, _asked: Asked) -> None:
    """Answer well, a byte at a time, slower than anybody waits but never silent."""
    content = completion('{"items": []}')
    handler.start(200, len(content))
    for byte in content:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        if not handler.wait(DRIP_SECONDS):
            return


def hanging(handler: Handler, _asked: Asked) -> None:
    """Take the request and say nothing."""
    handler.wait(LONGEST_SECONDS)
    handler.close_connection = True


def cut_off(handler: Handler, _asked: Asked) -> None:
    """Promise a whole reply, send half, and close."""
    content = completion('{"items": []}')
    handler.start(200, len(content))
    handler.wfile.write(content[: len(content) // 2])
    handler.close_connection = True


def redirecting(target: str) -> Behaviour:
    """Send the client elsewhere, with its request."""

    def behave(handler: Handler, _asked: Asked) -> None:
        handler.whole(b"", 307, location=target)

    return behave


def going_round(handler: Handler, asked: Asked) -> None:
    """Send the client back to where it is, for ever."""
    handler.whole(b"", 307, location=asked.path)


def flooding(handler: Handler, _asked: Asked) -> None:
    """Answer with 10 MB that are a valid reply, if anybody would read them, and count what was sent."""
    content = completion("好" * (HUGE // 6))
    handler.start(200, len(content))
    for start in range(0, len(content), 1 << 16):
        handler.wfile.write(content[start : start + (1 << 16)])
