import pytest

from tests.benchmarks.docx_speed import measure, report


@pytest.mark.benchmark
def test_a_word_file_is_written_at_least_five_times_faster_than_by_a_template(capsys):
    result = measure()

    with capsys.disabled():
        print(f"\n{report(result)}")  # noqa: T201
    assert result.ratio >= 5
