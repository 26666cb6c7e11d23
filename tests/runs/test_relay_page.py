"""The page of requests: every request whole, under its own label, and nothing that runs or loads."""

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from drafter.runs.relay_page import Entry, page
from drafter.writing.backends.base import Request
from drafter.writing.backends.relay import chat_text
from tests.sample import ORGAN, dossier

HOSTILE = '</textarea><script>alert(1)</script> <b>"&amp;" {{p:app_new}}\n\n二'


class Seen(HTMLParser):
    """What a browser finds: tags with their attributes, and the content of each textarea."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag == "textarea"
        if self.inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "textarea"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def entries(*users: str) -> list[Entry]:
    return [(f"{number:08x}", "overview", number, Request("规则", user, {}, 1)) for number, user in enumerate(users)]


def seen(*users: str, **changes: Any) -> Seen:
    return Seen(page(dossier(**changes), entries(*users)))


def test_every_request_stands_whole_in_its_own_box() -> None:
    users = ("资料", HOSTILE, "\n前面有空行")

    # A browser drops the line end that follows the tag.
    assert [text.removeprefix("\n") for text in seen(*users).texts] == [
        chat_text(Request("规则", user, {}, 1)) for user in users
    ]


def test_every_box_has_a_label_and_cannot_be_written_in() -> None:
    found = seen("一", "二")

    assert [label["for"] for label in found.all("label")] == [box["id"] for box in found.all("textarea")]
    assert all("readonly" in box for box in found.all("textarea"))


def test_every_box_names_the_file_of_its_reply() -> None:
    text = page(dossier(), entries("一", "二"))

    assert all(f"replies/{short}.txt" in text for short, *_ in entries("一", "二"))


def test_nothing_on_the_page_runs_or_loads() -> None:
    found = seen("一", HOSTILE, organ=replace(ORGAN, name="<img src=x onerror=alert(1)>镇人民政府"))
    attributes = {name for _, given in found.tags for name in given}

    assert {tag for tag, _ in found.tags}.isdisjoint({"script", "img", "link", "iframe", "form", "a"})
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "href")}


def test_the_page_says_what_language_it_is_in_and_has_one_title() -> None:
    found = seen("一")

    assert found.all("html") == [{"lang": "zh-CN"}]
    assert (len(found.all("title")), len(found.all("h1"))) == (1, 1)


def test_a_repair_is_told_apart_from_a_draft() -> None:
    text = page(dossier(), entries("一", "二"))

    assert text.index("总体情况：起草") < text.index("总体情况：第 1 次改写")
