"""Who starts next: priorities, fairness within one, and nobody for ever last."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.serve.events import Job
from kinescore.serve.line import PASSED_OVER, Line
from kinescore.serve.quotas import Quota
from kinescore.wire.errors import WireError
from kinescore.wire.messages import Priority

LOW, NORMAL, HIGH = Priority
kinds = st.tuples(st.sampled_from(["mira", "tom", "zoe"]), st.sampled_from(Priority))


def line_of(*kinds: tuple[str, Priority]) -> tuple[Line, dict[str, Job]]:
    line, jobs = Line(), {}
    for number, (owner, priority) in enumerate(kinds):
        job = Job(f"{owner} {number}", f"{number}", owner, "digest", number, priority=priority)
        jobs[job.job] = job
        line.add(job)
    return line, jobs


def starts(line: Line, jobs: dict[str, Job], number: int) -> list[Job]:
    """Start so many, none of which ends."""
    playing: Counter[str] = Counter()
    started = []
    for _ in range(number):
        job = jobs[line.first(playing)]
        line.start(job)
        playing[job.owner] += 1
        started.append(job)
    return started


def test_the_higher_priority_starts_first_also_when_it_came_last() -> None:
    line, jobs = line_of(("mira", LOW), ("mira", NORMAL), ("tom", NORMAL), ("mira", HIGH))
    assert [job.sequence for job in starts(line, jobs, 4)] == [3, 2, 1, 0]  # tom has played less than mira by then


@given(st.lists(kinds, max_size=60))
@settings(max_examples=200, deadline=None)
def test_all_start_once_as_foretold_and_nobodys_own_overtake_each_other(kinds: list[tuple[str, Priority]]) -> None:
    line, jobs = line_of(*kinds)
    foretold = list(line.in_turn(Counter()))
    assert sorted(foretold) == sorted(jobs)
    assert [job.job for job in starts(line, jobs, len(jobs))] == foretold
    assert len(line) == 0
    for kind in set(kinds):
        own = [jobs[name].sequence for name in foretold if (jobs[name].owner, jobs[name].priority) == kind]
        assert own == sorted(own)


@given(st.lists(kinds, min_size=1, max_size=30), st.data())
@settings(max_examples=100, deadline=None)
def test_what_is_taken_away_never_starts(kinds: list[tuple[str, Priority]], data: st.DataObject) -> None:
    line, jobs = line_of(*kinds)
    gone = data.draw(st.sets(st.sampled_from(sorted(jobs))))
    for name in gone:
        line.remove(jobs[name])
    left = {name for name in jobs if name not in gone}
    assert set(line.in_turn(Counter())) == left
    assert {owner: line.of(owner) for owner in ("mira", "tom")} == {
        owner: sum(jobs[name].owner == owner for name in left) for owner in ("mira", "tom")
    }


@given(st.lists(st.sampled_from([HIGH, NORMAL]), min_size=60, max_size=60), st.integers(0, 20))
@settings(max_examples=100, deadline=None)
def test_low_never_starves(flood: list[Priority], before: int) -> None:
    """For each start another job arrives that goes before it; it starts all the same, after a bounded number."""
    line, jobs = line_of(*[("mira", priority) for priority in flood[:before]], ("tom", LOW))
    playing: Counter[str] = Counter()
    for number, priority in enumerate(flood, start=len(jobs)):
        new = Job(f"flood {number}", "", "zoe", "digest", number, priority=priority)
        jobs[new.job] = new
        line.add(new)
        job = jobs[line.first(playing)]
        line.start(job)
        if job.priority is LOW:
            assert number - before <= PASSED_OVER + 2
            return
    raise AssertionError("it never started")


def test_a_client_with_many_does_not_delay_one_with_few_of_the_same_priority() -> None:
    line, jobs = line_of(*[("mira", HIGH)] * 5, ("tom", HIGH), ("tom", LOW))
    assert [job.owner for job in starts(line, jobs, 3)] == ["mira", "tom", "mira"]


def test_a_quota_lowers_what_is_not_asked_for_and_refuses_what_is() -> None:
    assert Quota(8).granted(HIGH) is HIGH
    assert Quota(8, LOW).granted(NORMAL) is LOW
    assert Quota(8, NORMAL).granted(LOW) is LOW
    with pytest.raises(WireError, match="have priority 'normal' at most") as caught:
        Quota(8, NORMAL).granted(HIGH)
    assert caught.value.code == "not_allowed"
