"""Several takes from one click: the best is heard, all are kept, and cancelling keeps what is finished."""

from __future__ import annotations

import json
import time
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.settings.preferences import preferences
from blender_addon.timeline.ownership import TAKE_PROPERTY, our_strips
from kinescore.fit.sync import sync_of
from tests.blender_addon import rigs
from tests.serve.running_server import RunningServer

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def stage(saved_scene) -> bpy.types.Scene:
    """A saved scene with a dancer."""
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    saved_scene.kinescore.style = "house"
    return saved_scene


def heard(scene: bpy.types.Scene) -> set[str]:
    return {strip[TAKE_PROPERTY] for strip in our_strips(scene)}


def facts(entry) -> dict:
    return json.loads(entry.path().with_suffix(".json").read_text("utf-8"))


def run_until(run, stop) -> None:
    deadline = time.monotonic() + 60
    while not stop() and run.tick() is not None:
        assert time.monotonic() < deadline, run.progress
        time.sleep(0.005)


def test_the_best_of_four_is_heard_and_the_next_best_is_one_key_away(stage) -> None:
    stage.kinescore.take_count, stage.kinescore.seed = 4, 5
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    entries = list(stage.kinescore_takes)
    assert sorted(entry.seed for entry in entries) == [5, 6, 7, 8]
    assert all(entry.path().is_file() for entry in entries)
    measured = [sync_of(facts(entry)["scores"]) for entry in entries]
    assert [entry.sync for entry in entries] == pytest.approx(measured)
    by_sync = sorted(entries, key=lambda entry: entry.sync, reverse=True)
    assert len({round(value, 4) for value in measured}) > 1, "takes that all score the same rank nothing"
    assert heard(stage) == {by_sync[0].take_id}
    assert f"'{by_sync[0].name}' lands best" in runs.last_outcome(stage).summary
    best, second = by_sync[0].take_id, by_sync[1].take_id
    for expected in (second, best):
        assert bpy.ops.kinescore.compare_takes() == {"FINISHED"}
        assert heard(stage) == {expected}


def test_cancelling_keeps_the_finished_ones_and_leaves_the_timeline(stage) -> None:
    stage.kinescore.seed = 1
    bpy.ops.kinescore.generate()
    before = heard(stage)
    stage.kinescore.take_count, stage.kinescore.seed = 8, 20
    run = runs.start_scoring(bpy.context, "")
    phases = set()

    def third() -> bool:
        phases.add(run.progress.phase[:7])
        return run.progress.phase.startswith("3 of 8")

    run_until(run, third)
    assert {"1 of 8:", "2 of 8:"} <= phases
    assert 0.2 < run.progress.fraction < 0.5
    run.cancel()
    run_until(run, lambda: False)
    seeds = {entry.seed for entry in stage.kinescore_takes}
    assert {20, 21} <= seeds
    assert len(seeds) < 9
    assert heard(stage) == before
    assert "in the list of takes; Swap In puts one on the timeline." in runs.last_outcome(stage).summary
    assert all(entry.path().is_file() for entry in stage.kinescore_takes)


def test_a_server_that_is_lost_in_the_middle_costs_no_finished_take(stage, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("kinescore.wire.client.PATIENCE_SECONDS", 1.0)
    with RunningServer(tmp_path / "store") as server:
        preferences(bpy.context).address = server.address
        stage.kinescore.engine, stage.kinescore.take_count = "groovebox", 8
        run = runs.start_scoring(bpy.context, "")
        run_until(run, lambda: run.progress.phase.startswith("2 of 8"))
        server.kill()
        run_until(run, lambda: False)
    outcome = runs.last_outcome(stage)
    assert server.address in outcome.error.sentence
    assert len(stage.kinescore_takes) >= 1
    assert any("in the list of takes" in note for note in outcome.notes)
    assert heard(stage) == set()


def test_one_step_of_undo_takes_all_back_but_the_files(stage) -> None:
    bpy.ops.ed.undo_push(message="before")
    stage.kinescore.take_count = 2
    bpy.ops.ed.undo_push(message="two takes wanted")
    bpy.ops.kinescore.generate()
    files = [entry.path() for entry in stage.kinescore_takes]
    bpy.ops.ed.undo()
    assert not compat.existing_strips(bpy.context.scene)
    assert not bpy.context.scene.kinescore_takes
    assert all(path.is_file() for path in files)


def test_the_next_shot_goes_on_with_the_song(stage) -> None:
    settings = stage.kinescore
    stage.frame_end = 24
    settings.seed, settings.prompt, settings.take_count = 77, "sad", 3
    bpy.ops.kinescore.generate()
    first = json.loads(our_strips(stage)[0]["kinescore_provenance"])
    settings.song, settings.style, settings.prompt, settings.seed = "SAME", "AUTO", "", 0
    stage.frame_start, stage.frame_end = 25, 48
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    second = next(entry for entry in stage.kinescore_takes if entry.first_frame == 25)
    told = json.loads(second.provenance)
    for name in ("seed", "style", "key", "prompt"):
        assert told[name] == first[name], name
    assert sum(entry.first_frame == 25 for entry in stage.kinescore_takes) == 1, "one song has one take"
    notes = " ".join(runs.last_outcome(stage).notes)
    assert "The song is that of" in notes
    assert "this is a single take" in notes


def test_another_song_draws_a_seed_that_can_be_had_again(stage) -> None:
    stage.kinescore.song = "OTHER"
    bpy.ops.kinescore.generate()
    bpy.ops.kinescore.generate()
    seeds = [entry.seed for entry in stage.kinescore_takes]
    assert len(set(seeds)) == 2
    assert stage.kinescore.seed == seeds[1]
    stage.kinescore.song = "SEED"
    bpy.ops.kinescore.generate()
    assert len(stage.kinescore_takes) == 2, "the same seed makes the same take"


def test_without_earlier_music_the_seed_decides_and_it_is_told(stage) -> None:
    stage.kinescore.song = "SAME"
    bpy.ops.kinescore.generate()
    assert any("no earlier music" in note for note in runs.last_outcome(stage).notes)
    assert Path(stage.kinescore_takes[0].path()).is_file()
