"""A stub of a Batch interface: files up, batches made and polled, files down; it expires, fails and repeats as told."""

import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.endpoints.model import reply
from tests.endpoints.stub import completion


@dataclass
class Office:
    """What a Batch interface holds and how it behaves; behaviours go by the number of the batch, from 0."""

    polls: int = 2
    """How often a batch is still in progress when it is asked for."""
    expires: dict[int, float] = field(default_factory=dict)
    """Of these batches such a share of the lines expires."""
    errors: dict[int, float] = field(default_factory=dict)
    """Of these such a share fails."""
    repeats: bool = False
    """Whether every answer stands twice in the output, and one that nobody asked for."""
    refuses: int = 0
    """How many requests of any kind get 503 before one is served."""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    """How often each request was in a batch that was made."""
    polled: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def upload(self, content: bytes) -> dict[str, Any]:
        name = f"file-{len(self.files)}"
        self.files[name] = content
        return {
            "id": name,
            "object": "file",
            "bytes": len(content),
            "created_at": 0,
            "filename": "f",
            "purpose": "batch",
        }

    def make(self, wanted: dict[str, Any]) -> dict[str, Any]:
        number = len(self.batches)
        lines = [json.loads(line) for line in self.files[wanted["input_file_id"]].splitlines()]
        self.asked.update(line["custom_id"] for line in lines)
        good, bad = [], []
        for place, line in enumerate(lines):
            share = place / len(lines)
            if share < self.expires.get(number, 0):
                error = {"code": "batch_expired", "message": "too late"}
                bad.append({"id": "r", "custom_id": line["custom_id"], "response": None, "error": error})
            elif share < self.expires.get(number, 0) + self.errors.get(number, 0):
                response = {"status_code": 500, "request_id": "r", "body": {"error": {"message": "no"}}}
                bad.append({"id": "r", "custom_id": line["custom_id"], "response": response, "error": None})
            else:
                good.append(self._answer(line["custom_id"], line["body"]["messages"][-1]["content"]))
        if self.repeats:
            good = [*good, *good, self._answer("f" * 64, "")]
        name = f"batch-{number}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "input_file_id": wanted["input_file_id"],
            "completion_window": "24h",
            "created_at": 0,
            "metadata": wanted.get("metadata"),
            "status": "expired" if number in self.expires else "completed",
            "output_file_id": self._file(good),
            "error_file_id": self._file(bad),
            "request_counts": {"total": len(lines), "completed": len(good), "failed": len(bad)},
        }
        return self.shown(name)

    def shown(self, name: str) -> dict[str, Any]:
        self.polled[name] += 1
        if self.polled[name] <= self.polls:
            hidden = {"status": "in_progress", "output_file_id": None, "error_file_id": None}
            return {**self.batches[name], **hidden}
        return self.batches[name]

    def _answer(self, name: str, user: str) -> dict[str, Any]:
        content = reply(user) if user else '{"items": []}'
        body = json.loads(completion(content, model=f"post-{name[:8]}"))
        response = {"status_code": 200, "request_id": "r", "body": body}
        return {"id": "r", "custom_id": name, "response": response, "error": None}

    def _file(self, lines: list[dict[str, Any]]) -> str | None:
        if not lines:
            return None
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        return str(self.upload(text.encode())["id"])


class Handler(BaseHTTPRequestHandler):
    """Serves an office."""

    protocol_version = "HTTP/1.1"
    server: "PostServer"

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("content-length", 0)))
        office = self.server.office
        with office.lock:
            if self._refused():
                return
            if self.path.endswith("/files"):
                self._send(office.upload(_uploaded(self.headers["content-type"], content)))
            else:
                self._send(office.make(json.loads(content)))

    def do_GET(self) -> None:
        office = self.server.office
        with office.lock:
            if self._refused():
                return
            if match := re.search(r"/files/([\w-]+)/content", self.path):
                self._send(office.files[match[1]])
            elif match := re.search(r"/batches/([\w-]+)", self.path):
                self._send(office.shown(match[1]))
            else:
                made = [*office.batches.values()]
                self._send({"object": "list", "data": made, "first_id": "", "last_id": "", "has_more": False})

    def log_message(self, *_args: Any) -> None:
        """Stay quiet."""

    def _refused(self) -> bool:
        if not self.server.office.refuses:
            return False
        self.server.office.refuses -= 1
        self._send({}, 503)
        return True

    def _send(self, value: Any, status: int = 200) -> None:
        content = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _uploaded(content_type: str, content: bytes) -> bytes:
    """Return the file in a form."""
    message = BytesParser().parsebytes(b"content-type: " + content_type.encode() + b"\r\n\r\n" + content)
    for part in message.get_payload():  # type: ignore[union-attr]
        if part.get_filename():  # type: ignore[union-attr]
            return part.get_payload(decode=True)  # type: ignore[union-attr, return-value]
    raise ValueError("no file")


class PostServer(ThreadingHTTPServer):
    """An office on loopback."""

    def __init__(self, office: Office) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.office = office

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def post_office(office: Office) -> Iterator[PostServer]:
    """Yield a running office."""
    server = PostServer(office)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
