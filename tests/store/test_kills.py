"""A process that types is killed at random moments: nothing that was shown as saved is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS, ROUNDS = 4, 13


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child that begins at once needs fork")
def test_fifty_random_kills_while_typing_lose_nothing_that_was_acknowledged(tmp_path):
    commands = [[sys.executable, "-m", "tests.store.typist", tmp_path, str(seed), str(ROUNDS)] for seed in range(SEEDS)]
    typists = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for command in commands]
    told = [json.loads(typist.communicate()[0] or "{}") for typist in typists]
    assert [typist.returncode for typist in typists] == [0] * SEEDS
    assert sum(each["rounds"] for each in told) >= 50
    assert all(each["acknowledged"] for each in told)
