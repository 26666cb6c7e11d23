"""Names and numbers of documents, and the numbers of items."""

import pytest

from drafter.writing.checks.documents import document_numbers
from drafter.writing.checks.enumerators import enumerators
from tests.writing.checks.quantity_claims import violations

DOCUMENTS = [
    "《政务公开工作要点》",
    "《条例》",
    "《》",
    "《条例",
    "》",
    "第二十条",
    "第20条",
    "第三款",
    "第五章",
    "第二项",
    "国办公开办函〔2021〕30号",
    "镇政发〔〕号",
    "云政办发[2025]3号",
    "（2024）",
    "第711号令",
    "30号文",
    "国办发文",
    "政办函〔",
    "第十号",
]
ENUMERATED = [
    "一是加强学习。",
    "二是完善制度。",
    "第一，加强学习。",
    "第二、完善制度。",
    "（一）加强学习。",
    "(二)完善制度。",
    "1.加强学习。",
    "2、完善制度。",
    "3）加强学习。",
    "一、加强学习。",
    "其一，加强学习。",
    "首先，加强学习。",
    "其次，完善制度。",
    "•加强学习。",
    "-加强学习。",
    "●加强学习。",
    "A.加强学习。",
    "（a）加强学习。",
    "加强学习；二是完善制度。",
    "加强学习，三是完善制度。",
    "加强学习。第三，完善制度。",
]
HARMLESS = [
    "一是非曲直都公开",
    "第三方参与评议。",
    "（社区）公开栏更新。",
    "统一发布。",
    "首先开展自查。",
    "PDF格式公开。",
    "加强学习，完善制度。",
    "一律审核后发布。",
    "逐项完善。",
    "加强（含社区）公开。",
    "Word文档公开。",
][1:]


@pytest.mark.parametrize("words", DOCUMENTS)
def test_a_document_without_a_source_is_refused(words: str) -> None:
    found = violations(f"落实{words}要求。", checks=(document_numbers,))

    assert {violation.code for violation in found} == {"document-number"}


@pytest.mark.parametrize("words", ["《政务公开工作要点》", "《条例》", "国办公开办函〔2021〕30号"])
def test_a_document_of_the_note_may_be_named(words: str) -> None:
    assert not violations(f"学习{words}。", f"组织学习{words}", checks=(document_numbers,))


def test_a_document_the_note_does_not_name_is_refused_beside_one_it_names() -> None:
    (violation,) = violations("学习《条例》和《保密法》。", "学习《条例》", checks=(document_numbers,))

    assert violation.words == "《保密法》"


@pytest.mark.parametrize(
    "sentence",
    [
        "落实政务公开要求。",
        "设立第三方评议。",
        "信号稳定。",
        "对照{{law:notice}}检查。",
        "发函〔〕".replace("〔〕", ""),
    ],
)
def test_other_words_are_no_document(sentence: str) -> None:
    assert not violations(sentence, checks=(document_numbers,))


@pytest.mark.parametrize("sentence", ENUMERATED)
def test_the_number_of_an_item_is_refused(sentence: str) -> None:
    found = violations(sentence, checks=(enumerators,))

    assert {violation.code for violation in found} == {"enumerator"}


@pytest.mark.parametrize("sentence", HARMLESS)
def test_other_openings_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(enumerators,))
