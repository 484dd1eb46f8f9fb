"""Several together: one tempo by weight, and everybody's hits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.ensemble import analyse_together, hits_by_mover
from kinescore.dance.hit_points import HitKind
from kinescore.engines.composer import compose
from kinescore.errors import MotionError, RequestError
from kinescore.motion.mover import Mover
from kinescore.request import MAX_OTHERS, SoundtrackRequest
from tests.dance.made_dancer import groover, stepper
from tests.dance.made_movers import ball, swinging_arm


@pytest.mark.parametrize("tempo", [90.0, 124.0])
def test_two_who_dance_to_one_music_share_its_tempo_and_beat(tempo) -> None:
    one, other = groover(tempo), groover(tempo, every_other=1.0)
    together = analyse_together([Mover(one, 1.0, "One"), Mover(other, 0.7, "Other")])
    alone = analyse(one)
    assert together.grid.tempo_bpm == pytest.approx(alone.grid.tempo_bpm, rel=0.005)
    period = 60 / tempo
    apart = np.abs((together.grid.beats[:4, None] - alone.grid.beats[None, :5] + period / 2) % period - period / 2)
    assert apart.min(axis=1).max() < 0.05
    assert len(np.unique(np.diff(together.grid.downbeats))) == 1


@pytest.mark.parametrize(("weight", "expected"), [(0.05, 96.0), (20.0, 132.0)])
def test_the_weightier_one_sets_the_tempo(weight, expected) -> None:
    together = analyse_together([Mover(groover(96.0)), Mover(groover(132.0), weight)])
    assert min(abs(together.grid.tempo_bpm / expected - factor) for factor in (0.5, 1, 2)) < 0.01


def test_hits_say_whose_they_are_and_weigh_what_their_mover_does() -> None:
    first, contacts = ball(30.0, seconds=6.0)
    second = swinging_arm(70.0, seconds=6.0, dwell=0.5)
    together = analyse_together([Mover(first, 1.0, "Ball"), Mover(second, 0.5, "Arm")])
    mine = [hit for hit in together.hits if hit.who == 0]
    assert mine == list(analyse(first).hits)
    assert [replace(hit, who=0, weight=2 * hit.weight) for hit in together.hits if hit.who == 1] == list(
        analyse(second).hits
    )
    assert [hit.time_s for hit in together.hits] == sorted(hit.time_s for hit in together.hits)
    assert np.abs(np.array([hit.time_s for hit in mine])[:, None] - contacts[:4]).min(axis=0).max() < 1 / 30
    assert together.notes[0] == "The music follows 'Ball' (weight 1) and 'Arm' (weight 0.5)."
    assert "'Ball': 1 moving point was followed; the mover is no humanoid." in together.notes


def test_energy_is_the_mean_by_weight() -> None:
    one, other = groover(100.0), groover(100.0)
    still = replace(other, positions=np.repeat(other.positions[:1], len(other), axis=0))
    together = analyse_together([Mover(one, 3.0), Mover(still, 1.0)])
    assert together.energy == pytest.approx(0.75 * analyse(one).energy, abs=1e-5)


def test_the_take_follows_all_and_says_so() -> None:
    request = SoundtrackRequest(groover(100.0), name="Ann", others=(Mover(groover(100.0), 2.0, "Bob"),))
    take = compose(request)
    assert "The music follows 'Ann' (weight 1) and 'Bob' (weight 2)." in take.notes


@pytest.mark.parametrize(("fps", "seconds"), [(12.0, 4.0), (60.0, 9.0), (23.976, 6.0)])
def test_each_keeps_its_rate_and_who_ends_first_holds_the_last_pose(fps, seconds) -> None:
    """A ball that is cut off in flight freezes there: that stop is seen, and nothing of it afterwards."""
    dancer = groover(100.0, seconds=12.0, fps=30.0)
    other, contacts = ball(fps, seconds=seconds, restitution=0.9)
    together = analyse_together([Mover(dancer, 1.0, "Ann"), Mover(other, 1.0, "Ball")])
    assert together.seconds == dancer.seconds
    assert len(together.energy) == len(dancer)
    assert [hit for hit in together.hits if hit.who == 0] == list(analyse(dancer).hits)
    bounces = np.array([hit.time_s for hit in together.hits if hit.who == 1])
    early = contacts[contacts < 3.0]
    assert np.abs(early[:, None] - bounces).min(axis=1).max() < 1 / fps
    assert bounces.max() < seconds + 2 / fps
    assert f"'Ball': ends at {other.seconds:.2f} s and holds its last pose until 12.00 s." in together.notes
    swapped = analyse_together([Mover(other, 1.0, "Ball"), Mover(dancer, 1.0, "Ann")])
    assert swapped.seconds == 12.0
    assert swapped.grid.tempo_bpm == pytest.approx(together.grid.tempo_bpm)


def test_the_music_is_as_long_as_the_longest_and_the_take_tells_the_hits_apart() -> None:
    short = ball(24.0, seconds=4.0)[0]
    request = SoundtrackRequest(short, name="Ball", others=(Mover(stepper(100.0, seconds=6.0), 0.5, "Ann"),))
    take = compose(request)
    assert take.audio.seconds == pytest.approx(6.0, abs=1e-3)
    found = analyse_together(request.movers)
    assert [(mover.name, mover.weight) for mover in take.movers] == [("Ball", 1.0), ("Ann", 0.5)]
    for index, mover in enumerate(take.movers):
        assert list(mover.hits_s) == [hit.time_s for hit in found.hits if hit.who == index]
        assert len(mover.hits_s) > 3


def test_cuts_are_nobodys() -> None:
    hits = analyse_together([Mover(groover(100.0)), Mover(groover(100.0))], cuts=[3.21]).hits
    assert any(hit.kind is HitKind.CUT for hit in hits)
    assert all(3.21 not in times for times in hits_by_mover(hits, 2))


def test_what_does_not_fit_together_is_refused() -> None:
    fast = replace(ball(1000.0, seconds=2.0)[0], fps=1000.0)
    with pytest.raises(MotionError, match="'Fast' would hold its last pose for 298000 frames"):
        SoundtrackRequest(replace(fast, fps=2000 / 300), others=(Mover(fast, name="Fast"),))
    with pytest.raises(MotionError, match="weight of 'Nobody' is 0"):
        Mover(groover(100.0), 0.0, "Nobody")
    with pytest.raises(RequestError, match="movements are too many"):
        SoundtrackRequest(groover(100.0), others=(Mover(groover(100.0)),) * (MAX_OTHERS + 1))
