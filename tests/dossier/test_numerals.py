"""Numerals: what is clean is read exactly, what is an approximation is not read at all."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.numerals import read_numeral

WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("43", 43),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("98.5", Decimal("98.5")),
        ("0.05", Decimal("0.05")),
        ("２３", 23),
        ("１７．６万", 176000),
        ("１，２３４", 1234),
        ("17.6万", 176000),
        ("3千", 3000),
        ("3百万", 3000000),
        ("1.2亿", 120000000),
        ("1亿2000万", 120000000),
        ("1万2千", 12000),
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("两千三", 2300),
        ("三百五", 350),
        ("三百零五", 305),
        ("一万二", 12000),
        ("一千零五", 1005),
        ("一万零五", 10005),
        ("一亿二", 120000000),
        ("三亿五千万", 350000000),
        ("一千二百三十四万", 12340000),
        ("二〇二五", 2025),
        ("一九四九", 1949),
        ("廿三", 23),
        ("卅", 30),
        ("壹佰贰拾叁", 123),
        ("叁萬伍仟", 35000),
        ("三点五", Decimal("3.5")),
        ("十七点六万", 176000),
    ],
)
def test_a_clean_numeral_has_its_exact_value(text: str, value: int | Decimal) -> None:
    assert read_numeral(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "三四", "三五", "十几", "几十", "百", "千万", "百万", "数百", "多", "件", "3件", "一二三"),
        *(
            "007",
            "0539",
            "1,23",
            "12,34",
            "1.2.3",
            "1万2",
            "三百零",
            "零零七",
            "两万万",
            "十十",
            "十百",
            "百十万",
            "二二十",
        ),
        *("三千四千", "一万一万", "点五", "三点", "9" * 31, "½", "⑩", "一百零", "三百零零五", "-3"),
    ],
)
def test_what_is_not_one_clean_numeral_is_not_read(text: str) -> None:
    assert read_numeral(text) is None


def test_a_whole_value_is_an_integer_and_no_value_is_a_float() -> None:
    assert isinstance(read_numeral("17.6万"), int)
    assert isinstance(read_numeral("17.65"), Decimal)


@given(st.integers(min_value=0, max_value=10**12))
def test_every_integer_is_read_back_from_chinese(value: int) -> None:
    assert read_numeral(cn2an.an2cn(value, "low")) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_every_integer_is_read_back_from_the_characters_of_cheques(value: int) -> None:
    assert read_numeral(cn2an.an2cn(value, "up")) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_every_integer_is_read_back_with_thousands_separators_and_in_full_width(value: int) -> None:
    assert read_numeral(f"{value:,}") == value
    assert read_numeral(f"{value:,}".translate(WIDE)) == value


@given(
    st.decimals(min_value=0, max_value=10**6, places=3, allow_nan=False),
    st.sampled_from([("万", 10**4), ("亿", 10**8)]),
)
def test_a_decimal_with_a_multiplier_is_exact(value: Decimal, multiplier: tuple[str, int]) -> None:
    name, factor = multiplier

    assert read_numeral(f"{value}{name}") == value * factor


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿", min_size=1, max_size=7))
def test_whatever_is_read_the_oracle_reads_alike(text: str) -> None:
    """The oracle reads 三四 as 34, 一二三 as 123, and refuses what officials say (一万五百): these are left out."""
    value = read_numeral(text)
    try:
        oracle = cn2an.cn2an(text.replace("两", "二"), "strict")
    except ValueError:
        return

    if value is not None:
        assert value == oracle


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read_numeral(text) is None or Decimal(read_numeral(text) or 0) >= 0
