import pytest

from drafter.writing.checks.register import cut, load_register, plain, read_note

WRITTEN = [
    ("定了清单。", "制定"),
    ("群众看不懂。", "难以看懂"),
    ("群众看不懂。", "不易理解"),
    ("公示栏都换了新。", "更新"),
    ("党政办管网站。", "负责"),
    ("名单贴在村口。", "张贴"),
    ("镇里开了会。", "召开会议"),
    ("党政办催了几回。", "督促"),
    ("错的都改了。", "整改"),
    ("更新慢。", "滞后"),
    ("视频少。", "偏少"),
    ("业务不熟。", "不够熟悉"),
]
NEVER = [
    ("按规定发布。", "制定"),
    ("培训了一次。", "定期"),
    ("打算培训。", "完成"),
    ("参加了培训。", "组织"),
    ("视频少。", "没有"),
    ("有的没更新。", "全部"),
]


@pytest.mark.parametrize(("note", "word"), WRITTEN)
def test_a_word_of_the_note_licenses_its_written_form(note: str, word: str):
    assert read_note(note).says(word)


@pytest.mark.parametrize(("note", "word"), NEVER)
def test_no_written_form_is_stronger_than_the_note(note: str, word: str):
    assert not read_note(note).says(word)


def test_a_single_character_counts_only_as_a_word():
    assert "定" in read_note("定了清单。").words
    assert "定" not in read_note("按规定发布。").words


def test_the_words_of_a_text_put_together_are_the_text():
    text = "在便民服务中心设立政务公开专区，配备{{n:N01.1}}台电脑。"

    assert "".join(word for _, word in cut(text)) == text
    assert [text[start : start + len(word)] for start, word in cut(text)] == [word for _, word in cut(text)]


def test_a_text_made_plain_keeps_its_length():
    assert len(plain("ＡＰＰ发了{{n:N01.1}}")) == len("ＡＰＰ发了{{n:N01.1}}")
    assert plain("ＡＰＰ") == "APP"


def test_no_row_of_the_register_turns_a_shortcoming_into_a_strength():
    from drafter.writing.checks.polarity import opposites

    forms = load_register().forms
    turned = [(word, good) for weak, strong in opposites() for word in weak for good in strong]

    assert [pair for pair in turned if pair[1] in forms.get(pair[0], ())] == []
