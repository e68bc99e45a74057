"""A process that types is killed at random moments: nothing that was shown as saved is lost, and the chain verifies."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = 4

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child that begins at once needs fork")


def kill(folder: Path, rounds: int) -> None:
    """Have several typists killed so many times each, and check after each time what is left."""
    commands = [[sys.executable, "-m", "tests.store.typist", folder, str(seed), str(rounds)] for seed in range(SEEDS)]
    typists = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for command in commands]
    told = [json.loads(typist.communicate()[0] or "{}") for typist in typists]
    assert [typist.returncode for typist in typists] == [0] * SEEDS
    assert sum(each["rounds"] for each in told) == SEEDS * rounds
    assert all(each["acknowledged"] for each in told)


def test_fifty_random_kills_while_typing_lose_nothing_that_was_acknowledged_and_the_chain_verifies(tmp_path):
    kill(tmp_path, 13)


@pytest.mark.soak
def test_three_thousand_random_kills_lose_nothing_that_was_acknowledged_and_the_chain_verifies(tmp_path):
    kill(tmp_path, 750)
