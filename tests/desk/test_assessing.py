"""What follows from a report: its document, its findings by sentence, and what keeps it from approval."""

from drafter.desk.actions import Drop
from drafter.desk.assessing import assess
from tests.desk.example import correction, done, loaded, report, typed

TRAINING = "overview.19"


def test_a_report_as_drafted_can_be_approved():
    assessed = assess(report())

    assert assessed.blockers == ()
    assert assessed.dossier.sha256 == (loaded().dossier.sha256 if loaded().dossier else "")


def test_the_document_is_the_one_that_was_drafted():
    assessed = assess(report())
    sentences = [sentence for part in assessed.document.paragraphs() for sentence in part.sentences]

    assert [str(sentence.text) for sentence in sentences] == [line.drafted for line in report().lines]
    assert assessed.draft.sections.keys() >= {"preamble", "overview", "other"}


def test_tables_show_the_corrected_cell():
    assessed = assess(done(report(), correction(proactive__licensing__decisions=47)).working)
    values = {path: text for grid in assessed.document.grids() for path, text in grid.values().items()}

    assert values["proactive.licensing.decisions"] == "47"


def test_what_the_audit_marks_in_a_paragraph_stands_at_its_sentence():
    working = done(report(), typed(TRAINING, "二是举办业务培训2次,信息员共86人次参加。")).working

    assert [finding.code for finding in assess(working).at_line[TRAINING]] == ["width-mixed", "sentence-red"]


def test_findings_of_the_dossier_come_first_and_nothing_comes_twice():
    assessed = assess(done(report(), correction(applications__received__total=99)).working)

    assert assessed.findings[0].where.startswith("applications.")
    assert len(set(assessed.findings)) == len(assessed.findings)


def test_the_desk_advises_what_can_be_done_at_the_desk():
    working = done(report(), correction(proactive__licensing__decisions=None)).working
    advice = [finding.suggestion for finding in assess(working).findings if finding.code == "to-fill"]

    assert advice != []
    assert not any("重新起草" in words for words in advice)


def test_a_section_whose_sentences_are_all_struck_out_is_still_assessed():
    working = report()
    for line in working.lines:
        if line.section == "other":
            working = done(working, Drop(line.id)).working

    assert assess(working).draft.sections["other"] == ()


def test_a_report_with_every_sentence_struck_out_is_still_assessed():
    working = report()
    for line in working.lines:
        working = done(working, Drop(line.id)).working

    assert list(assess(working).draft.sentences()) == []
