"""A timeline has its five periods, each once and in order."""

import pytest

from kneedesk.knowledge.timeline import PERIODS
from tests.knowledge.small_pack import passage, refused


def stages(periods):
    return {"stages": [{"period": period, "expect": [passage()]} for period in periods]}


@pytest.mark.parametrize(
    "periods", [PERIODS[:4], PERIODS[::-1], (*PERIODS, PERIODS[0])], ids=["one missing", "reversed", "one twice"]
)
def test_other_periods_are_refused(tmp_path, periods):
    assert refused(tmp_path, "timelines/prp.yaml", stages(periods), "the stages must be day_0, days_1_3")


def test_a_stage_without_what_to_expect_is_refused_in_its_line(tmp_path):
    changes = {"stages": [{"period": period, "expect": []} for period in PERIODS]}
    assert refused(tmp_path, "timelines/prp.yaml", changes, "stages.0.expect").startswith("expect:")
