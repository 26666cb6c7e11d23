"""Final files: without marks, agreeing with each other, and everything in them accounted for beside them."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from drafter.audit.readback import read_back
from drafter.contracts import violations
from drafter.desk.actions import AddNote, Approve, Correct, Drop, Edit, Written
from drafter.desk.finals import FINAL_FORMATS, PROVENANCE, TRAIL, Finals, final_files, without_marks, write_finals
from drafter.desk.printed import disagreements_in_print
from drafter.desk.trailfile import read_trail, trail_file
from drafter.document.assembly import assemble
from drafter.document.formats import FORMATS
from drafter.errors import InputError, OutputError
from drafter.richtext import plain
from tests.desk.atdesk import KEY, WANG, desk_with_example, did, opened
from tests.desk.word.sample import NAMES, assessed, working

CELL = "proactive.licensing.decisions"


@pytest.fixture(scope="module")
def approved(tmp_path_factory):
    """Return a desk on which the example was noted, edited, corrected, cut and approved."""
    desk = desk_with_example(tmp_path_factory.mktemp("out"))
    did(desk, AddNote("主动公开", "走访村民小组21个，听取意见建议。", "党政办台账"), WANG)
    did(desk, Edit("overview.9", (Written("答复前主动与申请人沟通。"),)), WANG)
    did(desk, Correct(((CELL, 47),), "与综合行政执法队核对"), WANG)
    did(desk, Drop("overview.22"), WANG)
    did(desk, Approve())
    yield desk
    desk.store.close()


@pytest.fixture(scope="module")
def finals(approved) -> Finals:
    return made(approved)


def made(desk, formats=FINAL_FORMATS) -> Finals:
    report = opened(desk)
    return final_files(KEY, report.working, report.assessed, desk.store.trail(KEY), formats)


def told(finals: Finals) -> dict:
    return json.loads(finals.files[PROVENANCE])


def test_all_four_and_what_tells_of_them_are_made(finals):
    assert set(finals.files) == {"report.docx", "report.html", "report.pdf", "report.md", TRAIL, PROVENANCE}
    assert finals.findings == ()


def test_word_page_and_markdown_say_the_same(finals):
    texts = {name: read_back(name, finals.files[f"report.{name}"]).paragraphs for name in ("docx", "html", "md")}

    assert texts["docx"] == texts["html"] == texts["md"]
    assert "答复前主动与申请人沟通。" in "".join(texts["docx"])
    assert "行政许可处理决定47件" in "".join(texts["docx"])


@pytest.mark.parametrize("mark", [b"data-fact", b"data-ref", b"data-sentence", b"data-origin", b"<mark", b"_dr"])
def test_no_mark_is_left(finals, mark):
    assert mark not in finals.files["report.html"]
    assert b"w:bookmarkStart" not in FORMATS["docx"](without_marks(assessed().document))


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_read_again_agrees(name):
    document = assessed(name).document

    assert disagreements_in_print(document, "pdf", FORMATS["pdf"](without_marks(document))) == []


def test_a_pdf_that_departs_is_found_by_text_and_by_cell():
    pdf = FORMATS["pdf"](without_marks(assessed().document))
    changed = replace(assessed().dossier.statistics, values={**assessed().dossier.statistics.values, CELL: 48})
    other = without_marks(assessed("lingxi-2025").document)

    document = assemble(replace(assessed().dossier, statistics=changed), assessed().draft, plain(f"{other.title}稿"))
    assert [finding.where for finding in disagreements_in_print(document, "pdf", pdf)] == ["text", CELL]


def test_the_provenance_keeps_its_schema(finals):
    assert violations("provenance", told(finals)) == []


def test_every_figure_of_the_text_has_its_place_and_its_source(finals):
    told_of = told(finals)
    paragraphs = read_back("docx", finals.files["report.docx"]).paragraphs

    for paragraph in told_of["paragraphs"]:
        text = paragraphs[paragraph["number"] - 1]
        parts = paragraph.get("sentences", [{"start": 0, **paragraph}])
        assert "".join(part["text"] for part in parts) == text
        for part in parts:
            for figure in part["figures"]:
                start = part["start"] + figure["start"]
                assert text[start : start + len(figure["text"])] == figure["text"]
                if figure["kind"] == "fact":
                    assert figure["ref"] in told_of["evidence"]


def test_every_fact_leads_to_a_cell_or_a_note_and_who_gave_it(finals):
    evidence = told(finals)["evidence"]

    def roots(name: str) -> set[str]:
        sources = [source for source in evidence[name].get("sources", []) if source != name]
        return set().union(*(roots(source) for source in sources)) if sources else {name}

    assert all("given" in evidence[root] for name in evidence for root in roots(name))
    assert evidence[CELL]["given"] == {"source": "更正", "by": "王芳"}


def test_who_wrote_changed_and_struck_out_a_sentence_is_told(finals):
    sentences = {
        sentence["id"]: sentence
        for paragraph in told(finals)["paragraphs"]
        for sentence in paragraph.get("sentences", ())
    }

    edited = sentences["overview.9"]
    assert (edited["origin"], edited["drafted_by"]) == ("编辑", "材料原文")
    assert [(entry["who"], entry["action"]) for entry in edited["changed"]] == [("王芳", "Edit")]
    assert [(entry["who"], entry["action"]) for entry in sentences["proactive.1"]["changed"]] == [("王芳", "Correct")]
    assert [(entry["id"], entry["by"][0]["who"]) for entry in told(finals)["dropped"]] == [("overview.22", "王芳")]
    assert (told(finals)["approved_by"], told(finals)["editors"]) == ("本机", ["王芳"])


def test_the_hashes_and_the_head_of_the_chain_hold(approved, finals):
    told_of = told(finals)

    assert told_of["files"] == {
        name: sha256(content).hexdigest() for name, content in finals.files.items() if name != PROVENANCE
    }
    assert read_trail(finals.files[TRAIL])[-1].hash == told_of["trail"]["head"] == approved.store.trail(KEY)[-1].hash


def test_the_same_report_gives_the_same_files(approved, finals):
    assert made(approved) == finals


def test_a_report_that_is_not_approved_has_no_final_files():
    found = final_files(KEY, working(), assessed(), ())

    assert (found.files, [finding.code for finding in found.findings]) == ({}, ["not-approved"])


def test_a_broken_trail_makes_no_final_files(approved):
    report = opened(approved)
    first, *rest = approved.store.trail(KEY)

    found = final_files(KEY, report.working, report.assessed, (replace(first, who="别人"), *rest))

    assert [finding.code for finding in found.findings] == ["trail-broken"]


def test_final_files_are_written_again_over_our_own_but_never_over_hand_edits(tmp_path, finals):
    write_finals(tmp_path, finals)
    write_finals(tmp_path, finals)
    (tmp_path / "final" / "report.md").write_text("改过", encoding="utf-8")

    with pytest.raises(OutputError):
        write_finals(tmp_path, finals)

    assert (tmp_path / "final" / "report.md").read_text(encoding="utf-8") == "改过"


def test_a_trail_that_was_changed_is_refused_with_its_line(approved):
    content = trail_file(approved.store.trail(KEY))

    assert read_trail(content) == approved.store.trail(KEY)
    with pytest.raises(InputError) as caught:
        read_trail(content.replace("王芳".encode(), "李四".encode(), 1))
    assert caught.value.line == 2
