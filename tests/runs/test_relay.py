"""The relay: requests out, replies in, in any order, as often as it takes; nothing of others is used or deleted."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.model import Dossier, Note
from drafter.errors import InputError, OutputError, UsageError
from drafter.findings import Severity
from drafter.runs.drafting import draft_with
from drafter.runs.models import model_named
from drafter.runs.relay import Standing, export_requests, import_replies
from drafter.runs.relay_inbox import decoded, read_inbox, shown
from drafter.writing.checks.verdict import Claim, Verdict, Violation, verdict
from drafter.writing.model.writer import ModelUse
from tests.sample import NOTES, dossier

GOOD = "围绕惠农补贴、社会救助等事项，编制了公开目录。"
NOTHING = '{"items": []}'


def judge(claim: Claim) -> Verdict:
    """Refuse what says 坏, let the rest pass."""
    return verdict([Violation("bad", 0, 1, "坏", "不能写“坏”")] if "坏" in claim.text else [], [])


def reply(*texts: str, topic: str = "主动公开") -> str:
    items = [{"kind": "deed", "topic": topic, "cites": ["N02"], "text": text} for text in texts]
    return json.dumps({"items": items}, ensure_ascii=False)


def export(folder: Path, own: Dossier | None = None, model: str | None = None) -> Standing:
    return export_requests(own or dossier(), folder, judge, model)


def bring_in(folder: Path, own: Dossier | None = None) -> Standing:
    return import_replies(own or dossier(), folder, judge)


def put(folder: Path, name: str, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    (folder / "replies" / f"{name}.txt").write_bytes(data)


def batch(folder: Path, *lines: Any) -> None:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    (folder / "output.jsonl").write_text("\n".join(texts) + "\n", encoding="utf-8")


def answered(fingerprint: str, text: Any, finish: str = "stop", **body: Any) -> dict[str, Any]:
    choice = {"message": {"role": "assistant", "content": text}, "finish_reason": finish}
    response = {"status_code": 200, "body": {"model": "m-2", "choices": [choice], **body}}
    return {"custom_id": fingerprint, "response": response, "error": None}


def codes(standing: Standing) -> list[str]:
    return [finding.code for finding in standing.findings]


def ids(standing: Standing) -> list[tuple[str, int]]:
    return [(item.section, item.number) for item in standing.open]


def custom_ids(folder: Path) -> list[str]:
    lines = (folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["custom_id"] for line in lines]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file with its content and the time of its last change."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def names(folder: Path) -> set[str]:
    return set(snapshot(folder))


BOTH = [("overview", 0), ("improvement", 0)]


def test_the_first_export_holds_the_draft_of_each_section(tmp_path: Path) -> None:
    standing = export(tmp_path)

    assert ids(standing) == BOTH
    assert custom_ids(tmp_path) == [item.fingerprint for item in standing.open]
    assert names(tmp_path) == {"requests.jsonl", "请求.html", "relay.json"}


def test_the_whole_walk_from_export_to_draft(tmp_path: Path) -> None:
    overview, improvement = export(tmp_path).open
    put(tmp_path, overview.id, reply("坏句子。"))
    put(tmp_path, improvement.id, NOTHING)
    after = bring_in(tmp_path)
    repair = export(tmp_path)
    put(tmp_path, repair.open[0].id, reply(GOOD, topic="0"))
    done = bring_in(tmp_path)

    assert ids(after) == ids(repair) == [("overview", 1)]
    assert custom_ids(tmp_path) == [repair.open[0].fingerprint]
    assert (done.open, done.answered, done.taken, codes(done)) == ((), 3, 1, [])
    report = draft_with(dossier(), (), ("md",), ModelUse(model_named(f"relay:{tmp_path}", tmp_path), judge))
    assert GOOD in report.files["report.md"].decode()
    assert "model-unavailable" not in {finding.code for finding in report.findings}


def test_what_is_open_is_written_by_the_stock_writer_and_said(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, reply(GOOD))
    bring_in(tmp_path)
    report = draft_with(dossier(), (), ("md",), ModelUse(model_named("relay:.", tmp_path), judge))

    assert [finding.where for finding in report.findings if finding.code == "model-unavailable"] == ["model"]
    assert GOOD in report.files["report.md"].decode()
    assert "一是政策解读形式单一" in report.files["report.md"].decode()


def test_running_any_step_twice_changes_nothing(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    first = snapshot(tmp_path)
    export(tmp_path)
    assert snapshot(tmp_path) == first

    put(tmp_path, overview.id, reply("坏句子。"))
    assert bring_in(tmp_path).taken == 1
    second = snapshot(tmp_path)
    again = bring_in(tmp_path)
    assert (again.taken, ids(again)) == (0, [("overview", 1), ("improvement", 0)])
    assert snapshot(tmp_path) == second


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_replies_may_come_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    known = tmp_path / "known"
    overview, improvement = export(known).open
    put(known, overview.id, reply("坏句子。"))
    repair = next(item for item in bring_in(known).open if item.number)
    texts = [(overview.id, reply("坏句子。")), (improvement.id, NOTHING), (repair.id, reply(GOOD, topic="0"))]

    fresh = tmp_path / "fresh"
    export(fresh)
    for place in order:
        put(fresh, *texts[place])
        last = bring_in(fresh)
    assert (last.open, last.answered) == ((), 3)


def test_an_answer_stays_when_its_reply_file_is_gone(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, NOTHING)
    bring_in(tmp_path)
    (tmp_path / "replies" / f"{overview.id}.txt").unlink()

    assert ids(bring_in(tmp_path)) == [("improvement", 0)]


def test_a_better_reply_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, reply("坏句子。"))
    bring_in(tmp_path)
    put(tmp_path, overview.id, reply(GOOD))

    better = bring_in(tmp_path)
    assert (better.taken, ids(better)) == (1, [("improvement", 0)])


TALK = "好的，以下是我起草的内容：\n\n{}\n\n如需修改请告诉我。"


@pytest.mark.parametrize(
    "wrapping",
    ["{}", "```json\n{}\n```", TALK, TALK.format("```json\n{}\n```"), TALK.format("```\n{}\n```"), "\r\n {} \r\n"],
)
def test_fences_and_talk_around_a_reply_do_no_harm(tmp_path: Path, wrapping: str) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, wrapping.replace("{}", reply(GOOD)))

    assert (bring_in(tmp_path).taken, codes(bring_in(tmp_path))) == (1, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
def test_a_reply_saved_by_notepad_is_read_in_any_of_its_encodings(tmp_path: Path, encoding: str) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, reply(GOOD).encode(encoding))

    assert bring_in(tmp_path).taken == 1


@pytest.mark.parametrize(
    "content",
    [
        "",
        "抱歉，我无法协助。",
        '{"items": [',
        reply(GOOD)[:-2],
        f"{reply(GOOD)}\n或者：\n{reply(GOOD)}",
        f"```json\n{reply(GOOD)}\n```\n或者\n```json\n{NOTHING}\n```",
        '{"items": NaN}',
        "[" * 100_000,
        b"\xff\xfe\x00",
        b"PK\x03\x04\x00\x00",
        " " * 10_000_000,
        reply("English only, nothing else here."),
    ],
    ids=lambda content: repr(content[:12]),
)
def test_a_reply_that_cannot_be_used_leaves_the_request_open(tmp_path: Path, content: str | bytes) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, content)
    standing = bring_in(tmp_path)

    assert (ids(standing), standing.taken) == (BOTH, 0)
    (finding,) = standing.findings
    assert (finding.code, finding.severity) == ("relay-reply-unusable", Severity.ERROR)
    assert finding.where == f"replies/{overview.id}.txt"


def test_a_ten_megabyte_reply_is_refused_unread(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, reply(GOOD) + " " * 10_000_000)
    (finding,) = bring_in(tmp_path).findings

    assert finding.code == "relay-reply-unusable"
    assert "10.0 MB" in finding.message


def test_an_unusable_reply_does_not_take_the_place_of_a_good_one(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, reply(GOOD))
    bring_in(tmp_path)
    put(tmp_path, overview.id, "抱歉，我无法协助。")
    standing = bring_in(tmp_path)

    assert (standing.taken, ids(standing)) == (0, [("improvement", 0)])
    assert [(item.code, item.severity) for item in standing.findings] == [("relay-reply-unusable", Severity.WARNING)]


def test_windows_names_count_as_the_same_name(tmp_path: Path) -> None:
    overview, improvement = export(tmp_path).open
    put(tmp_path, overview.id.upper(), NOTHING)
    put(tmp_path, f"{improvement.id}.txt", NOTHING)

    assert (bring_in(tmp_path).open, codes(bring_in(tmp_path))) == ((), [])


@pytest.mark.parametrize(
    "name", ["回复.txt", "1234567.txt", "0a1b2c3d", "0a1b2c3d (1).txt", "0a1b2c3d.docx", ".DS_Store", "0\x1b[2J.txt"]
)
def test_a_file_with_a_wrong_name_is_named_and_kept(tmp_path: Path, name: str) -> None:
    export(tmp_path)
    path = tmp_path / "replies" / name
    path.write_text(reply(GOOD), encoding="utf-8")
    standing = bring_in(tmp_path)

    assert (codes(standing), standing.taken) == (["relay-file-unknown"], 0)
    assert all(character.isprintable() for character in standing.findings[0].message)
    assert path.exists()


def test_a_folder_or_link_among_the_replies_is_not_read(tmp_path: Path) -> None:
    overview, improvement = export(tmp_path / "relay").open
    (tmp_path / "elsewhere").write_text(NOTHING, encoding="utf-8")
    (tmp_path / "relay" / "replies" / f"{overview.id}.txt").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "relay" / "replies" / f"{improvement.id}.txt").mkdir()
    standing = bring_in(tmp_path / "relay")

    assert (codes(standing), ids(standing)) == (["relay-file-unknown"] * 2, BOTH)


def test_a_name_that_fits_no_request_is_told_apart_from_one_that_did_once(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    put(tmp_path, overview.id, NOTHING)
    put(tmp_path, "0" * 8, NOTHING)
    changed = dossier(notes=(*NOTES, Note("N11", "平台建设", "更新政务公开专栏")))
    standing = bring_in(tmp_path, changed)

    assert {(item.code, item.where) for item in standing.findings} == {
        ("relay-not-needed", f"replies/{overview.id}.txt"),
        ("relay-id-unknown", "replies/00000000.txt"),
    }


def test_a_changed_dossier_is_asked_anew_and_its_old_answers_come_back_with_it(tmp_path: Path) -> None:
    overview, improvement = export(tmp_path).open
    put(tmp_path, overview.id, reply(GOOD))
    put(tmp_path, improvement.id, NOTHING)
    bring_in(tmp_path)
    changed = dossier(notes=(*NOTES, Note("N11", "平台建设", "更新政务公开专栏")))
    stale = bring_in(tmp_path, changed)

    assert ids(stale) == [("overview", 0)]
    assert ("relay-not-needed", f"answers/{overview.id}") in {(item.code, item.where) for item in stale.findings}
    assert ids(export(tmp_path, changed)) == [("overview", 0)]
    assert bring_in(tmp_path).open == ()


def test_a_batch_output_answers_with_its_model_and_its_tokens(tmp_path: Path) -> None:
    overview, improvement = export(tmp_path, model="m-2").open
    usage = {"prompt_tokens": 10, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 4}}
    batch(tmp_path, answered(improvement.fingerprint, NOTHING), answered(overview.fingerprint, NOTHING, usage=usage))
    standing = bring_in(tmp_path)

    assert (standing.open, codes(standing)) == ((), [])
    saved = json.loads((tmp_path / "answers" / f"{overview.fingerprint}.json").read_text(encoding="utf-8"))
    assert (saved["model"], saved["usage"]) == ("m-2", {"prompt": 10, "completion": 5, "cached": 4})


def failed(fingerprint: str, **changes: Any) -> dict[str, Any]:
    return {"custom_id": fingerprint, "response": None, "error": None, **changes}


@pytest.mark.parametrize(
    "changes",
    [
        {"error": {"code": "batch_expired", "message": "This request could not be executed"}},
        {"error": {"code": "server_error"}},
        {"error": "boom"},
        {"response": None},
        {"response": {"status_code": 429, "body": {"error": {"message": "slow down"}}}},
        {"response": {"status_code": 200, "body": {"choices": []}}},
        {"response": {"status_code": 200, "body": {"choices": [{"message": None}]}}},
        {"response": {"status_code": 200, "body": []}},
        answered("", None),
        answered("", [{"type": "text"}]),
        answered("", "\ud800"),
        answered("", NOTHING, "length"),
        answered("", NOTHING, "content_filter"),
        {"response": {"body": {"choices": [{"message": {"content": NOTHING, "refusal": "I cannot"}}]}}},
    ],
)
def test_a_batch_line_without_a_usable_answer_leaves_its_request_open(tmp_path: Path, changes: dict[str, Any]) -> None:
    overview, improvement = export(tmp_path).open
    line = json.dumps({**failed(""), **changes, "custom_id": overview.fingerprint})
    batch(tmp_path, line, answered(improvement.fingerprint, NOTHING))
    standing = bring_in(tmp_path)

    assert ids(standing) == [("overview", 0)]
    assert [(item.code, item.severity) for item in standing.findings] == [("relay-reply-unusable", Severity.ERROR)]


@pytest.mark.parametrize("line", ["{", "null", "[]", "7", '{"custom_id": 7}', '{"custom_id": null}', "[" * 100_000])
def test_a_line_that_is_no_batch_result_is_named_and_the_rest_is_used(tmp_path: Path, line: str) -> None:
    overview, _ = export(tmp_path).open
    batch(tmp_path, line, answered(overview.fingerprint, NOTHING))
    standing = bring_in(tmp_path)

    assert ids(standing) == [("improvement", 0)]
    assert [(item.code, item.severity) for item in standing.findings] == [("relay-line-unreadable", Severity.ERROR)]


@pytest.mark.parametrize(
    "name",
    ["../../evil", "/etc/passwd", "C:\\evil", "answers/../../evil", "evil\x00", "\x1b[2J", "a" * 9999, "A" * 64, ""],
)
def test_a_hostile_name_is_never_a_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "relay"
    export(folder)
    before = names(tmp_path)
    batch(folder, answered(name, NOTHING))
    standing = bring_in(folder)

    assert names(tmp_path) == before | {"relay/output.jsonl"}
    assert codes(standing) == ["relay-line-unknown"]
    assert all(character.isprintable() for character in standing.findings[0].message)


def test_a_line_of_another_dossier_is_named(tmp_path: Path) -> None:
    export(tmp_path)
    batch(tmp_path, answered("0" * 64, NOTHING))

    assert codes(bring_in(tmp_path)) == ["relay-id-unknown"]
    assert not (tmp_path / "answers").exists()


def test_a_line_separator_inside_a_reply_does_not_break_the_line(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    batch(tmp_path, answered(overview.fingerprint, f"好的\u2028{NOTHING}"))

    assert (bring_in(tmp_path).taken, codes(bring_in(tmp_path))) == (1, [])


@pytest.mark.parametrize("content", [b"\xff\xfe\xfa", b" " * 20_000_001])
def test_a_batch_output_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    export(tmp_path)
    (tmp_path / "output.jsonl").write_bytes(content)
    standing = bring_in(tmp_path)

    assert [(item.code, item.severity) for item in standing.findings] == [("relay-output-unreadable", Severity.ERROR)]


def test_of_two_different_replies_the_pasted_one_is_used_and_the_other_named(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    batch(tmp_path, answered(overview.fingerprint, reply("坏句子。")))
    put(tmp_path, overview.id, reply(GOOD))
    standing = bring_in(tmp_path)

    assert ids(standing) == [("improvement", 0)]
    assert [(item.code, item.where) for item in standing.findings] == [("relay-reply-double", "output.jsonl 第 1 行")]


def test_a_failed_line_is_an_error_only_while_its_request_is_open(tmp_path: Path) -> None:
    overview, _ = export(tmp_path).open
    batch(tmp_path, failed(overview.fingerprint, error={"code": "batch_expired"}))
    put(tmp_path, overview.id, reply(GOOD))
    standing = bring_in(tmp_path)

    assert [(item.code, item.severity) for item in standing.findings] == [("relay-reply-unusable", Severity.WARNING)]


def test_a_folder_is_for_one_model(tmp_path: Path) -> None:
    export(tmp_path, model="m-1")

    assert model_named(f"relay:{tmp_path}", Path()).model == "m-1"
    assert export(tmp_path).open == export(tmp_path, model="m-1").open
    with pytest.raises(UsageError):
        export(tmp_path, model="m-2")


@pytest.mark.parametrize(
    "content", [None, "", "{", "[]", '{"model": 1, "exported": []}', '{"model": "m"}', "[" * 99999]
)
def test_a_folder_that_was_not_exported_to_is_an_input_error(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "relay.json").write_text(content, encoding="utf-8")

    for use in (lambda: bring_in(tmp_path), lambda: model_named("relay:.", tmp_path)):
        with pytest.raises(InputError):
            use()


def test_a_folder_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(OutputError):
        export(tmp_path / "file")


def test_an_export_with_nothing_open_is_empty_and_says_so(tmp_path: Path) -> None:
    for item in export(tmp_path).open:
        put(tmp_path, item.id, NOTHING)
    bring_in(tmp_path)
    page = tmp_path / "请求.html"

    assert export(tmp_path).open == ()
    assert custom_ids(tmp_path) == []
    assert "<textarea" not in page.read_text(encoding="utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_none(content: bytes) -> None:
    text = decoded(content)

    assert text is None or "\x00" not in text


@given(st.text(max_size=200))
def test_words_of_others_are_shown_on_one_short_line(words: str) -> None:
    assert shown(words).isprintable()
    assert len(shown(words)) <= 61


@given(
    lines=st.lists(
        st.recursive(
            st.none() | st.integers() | st.text(max_size=9),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        [
                            "custom_id",
                            "response",
                            "error",
                            "body",
                            "choices",
                            "message",
                            "content",
                            "usage",
                            "status_code",
                        ]
                    ),
                    inner,
                    max_size=5,
                )
            ),
            max_leaves=12,
        ),
        max_size=4,
    )
)
def test_no_batch_output_crashes(tmp_path_factory: pytest.TempPathFactory, lines: list[Any]) -> None:
    folder = tmp_path_factory.mktemp("inbox")
    batch(folder, *[json.dumps(line) for line in lines])
    inbox = read_inbox(folder, "m")

    assert len(inbox.arrived) + len(inbox.findings) == len(lines)
