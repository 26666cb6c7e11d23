"""How the audit does on the gold set, whose author had not seen the rules.

The goals are 95 % of the seeded defects and at most 0.3 false errors a clean report. The second is met. The first is
not yet: the bound below is what is reached, so that nothing is lost unseen. `python -m scripts.measure_audit --list`
names every miss and every alarm.
"""

from tests.gold.scoring import all_scored, recall

REACHED = 0.88


def test_of_the_seeded_defects_as_many_are_found_as_were_before():
    wanted, hit = recall(all_scored())

    assert hit.total() >= REACHED * wanted.total()


def test_a_clean_report_gets_less_than_one_false_error_in_three():
    clean = [item for item in all_scored() if item.report.expected is None]

    assert sum(len(item.false_errors) for item in clean) <= 0.3 * len(clean)
