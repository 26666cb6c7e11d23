"""The measure of likeness: what is masked, what is compared."""

from drafter.audit.similarity import common, containment, grams, jaccard, longest_run, masked


def test_figures_titles_names_and_statutory_words_do_not_count():
    one = masked("灵溪镇2025年公开政府信息120条，落实《2025年工作要点》。", ("灵溪镇",))
    other = masked("石桥镇2024年公开政府信息八十条，落实《2024年工作要点》。", ("石桥镇",))

    assert one == other == "公开政府信息落实"


def test_the_same_text_is_all_alike_and_another_not_at_all():
    text = grams("组织各村开展政策宣讲并在集市摆放资料")
    other = grams("为老年人上门讲解补贴申领办法")

    assert jaccard(text, text) == 1
    assert jaccard(text, other) == 0
    assert containment(grams("开展政策宣讲并"), text) == 1
    assert containment(frozenset(), text) == 0


def test_what_most_neighbours_share_is_common():
    sets = [grams("按照县里统一要求开展"), grams("我们按照县里统一要求"), grams("完全不同的一句话说明")]

    assert "按照县里统" in common(sets, 2)
    assert "不同的一句" not in common(sets, 2)


def test_the_longest_run_is_found():
    assert longest_run("甲组织各村开展政策宣讲乙", "丙丁组织各村开展政策宣讲戊") == "组织各村开展政策宣讲"
    assert longest_run("甲乙", "丙丁") == ""
