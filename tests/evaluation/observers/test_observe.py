"""Every sound is analysed once, however many share the work."""

from __future__ import annotations

import dataclasses
import os
import shutil
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import Cancelled, EvaluationError
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.clips.finding import find_clips
from kinescore.evaluation.clips.loading import load_motion, load_sound
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observations.store import annotated_beats, load_numbers, load_observations
from kinescore.evaluation.observers.motion_beats import observe_motion
from kinescore.evaluation.observers.music_beats import observe_beats
from kinescore.evaluation.observers.observe import count_missing, observe_clips
from kinescore.evaluation.observers.registry import BEATS, ObserverChoice
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.evaluation.results.results_folder import motion_observation_file, music_observation_file
from kinescore.files.shard import Shard
from tests.evaluation.made_clips import beats, write_pairs, write_sound

COUNT = 6
SOUNDS = 3 * COUNT  # reference, movement and one system


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    return write_pairs(tmp_path, COUNT)


def clips_of(folders: dict[str, Path]) -> list[Clip]:
    return find_clips({"ours": folders["ours"]}, folders["reference"], folders["motion"])


def kept(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.npz"))}


def kept_at(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.npz")}


def test_what_is_kept_is_what_is_observed(folders: dict[str, Path], tmp_path: Path) -> None:
    clips = clips_of(folders)
    assert observe_clips(clips, [BEATS], tmp_path / "results").done == SOUNDS
    for clip, observed in zip(clips, load_observations(tmp_path / "results", clips), strict=True):
        assert observed.clip == clip
        for span, found in ((clip.reference, observed.reference), (clip.generated["ours"], observed.generated["ours"])):
            real = observe_beats(load_sound(span))
            assert (found.seconds, found.tempo_bpm) == (real.seconds, real.tempo_bpm)
            for detector in Detector:
                np.testing.assert_array_equal(found.beats[detector], real.beats[detector])
        real = observe_motion(load_motion(clip.motion))
        assert observed.motion.tempo_bpm == real.tempo_bpm
        for name in ("beats", "kinematic_beats", "hits", "hit_weights"):
            np.testing.assert_array_equal(getattr(observed.motion, name), getattr(real, name))


def test_processes_and_shards_together_keep_the_same(folders: dict[str, Path], tmp_path: Path) -> None:
    clips = clips_of(folders)
    whole, spread, shared = (tmp_path / name for name in ("whole", "spread", "shared"))
    observe_clips(clips, [BEATS], whole)
    assert observe_clips(clips, [BEATS], spread, jobs=2).done == SOUNDS
    left = [SOUNDS]
    for number in (3, 1, 2):
        share = observe_clips(clips, [BEATS], shared, Shard(number, 3))
        left.append(count_missing(clips, share.observers, shared))
        assert left[-2] - left[-1] == share.done > 0
    assert left[-1] == 0
    assert kept(whole) == kept(spread) == kept(shared)
    assert observe_clips(clips, [BEATS], shared).done == 0


def test_what_changed_is_analysed_again_and_nothing_else(folders: dict[str, Path], tmp_path: Path) -> None:
    clips, results = clips_of(folders), tmp_path / "results"
    observe_clips(clips, [BEATS], results)
    before = kept_at(results)
    write_sound(folders["ours"] / "clip002.wav", beats(150))  # as long as before
    assert observe_clips(clips, [BEATS], results).done == 1
    changed = {name for name, when in kept_at(results).items() if when != before[name]}
    assert changed == {"heard/beats/ours/clip002.npz"}
    assert load_numbers(results / "heard/beats/ours/clip002.npz")["tempo_bpm"] == pytest.approx(150, rel=0.03)


def test_another_folder_under_the_same_name_is_analysed(folders: dict[str, Path], tmp_path: Path) -> None:
    """Archives give all files one time, and clips of one length have one size: only the place tells them apart."""
    for path in folders["ours"].iterdir():
        os.utime(path, ns=(0, 0))
    observe_clips(clips_of(folders), [BEATS], tmp_path / "results")
    shutil.copytree(folders["ours"], tmp_path / "copy")
    assert observe_clips(clips_of(folders | {"ours": tmp_path / "copy"}), [BEATS], tmp_path / "results").done == COUNT


def test_another_part_of_the_same_file_is_analysed(folders: dict[str, Path], tmp_path: Path) -> None:
    clips = clips_of(folders)
    for start_s, seconds, done in ((0.0, 3.0, SOUNDS), (1.0, 3.0, COUNT), (1.0, 4.0, COUNT), (1.0, 4.0, 0)):
        parts = [
            dataclasses.replace(clip, reference=dataclasses.replace(clip.reference, start_s=start_s, seconds=seconds))
            for clip in clips
        ]
        assert observe_clips(parts, [BEATS], tmp_path / "results").done == done


def test_two_choices_of_one_observer_are_one_observer(folders: dict[str, Path], tmp_path: Path) -> None:
    outcome = observe_clips(clips_of(folders), [BEATS, dataclasses.replace(BEATS, device="cpu")], tmp_path / "results")
    assert (outcome.observers, outcome.done) == (("beats",), SOUNDS)


def test_what_several_clips_share_is_analysed_once(folders: dict[str, Path], tmp_path: Path) -> None:
    """Two dances to one part of a song, and a system beside itself under another name."""
    first, second = clips_of(folders)[:2]
    ours = first.generated["ours"]
    second = dataclasses.replace(second, reference=first.reference)
    clips = [dataclasses.replace(first, generated={"ours": ours, "again": ours}), second]
    results = tmp_path / "results"
    assert observe_clips(clips, [BEATS], results).done == 5  # two movements, one reference, two sounds
    assert count_missing(clips, [BEATS.kind], results) == 0
    for pair in (
        [music_observation_file(results, BEATS.kind, REFERENCE, clip.name) for clip in clips],
        [music_observation_file(results, BEATS.kind, system, first.name) for system in ("ours", "again")],
    ):
        assert pair[0].read_bytes() == pair[1].read_bytes()
    music_observation_file(results, BEATS.kind, REFERENCE, second.name).unlink()
    assert count_missing(clips, [BEATS.kind], results) == 1
    assert observe_clips(clips, [BEATS], results).done == 1
    third = dataclasses.replace(second, reference=dataclasses.replace(first.reference, seconds=4.0))
    assert observe_clips([clips[0], third], [BEATS], results).done == 1


def test_a_damaged_result_is_made_again(folders: dict[str, Path], tmp_path: Path) -> None:
    clips, results = clips_of(folders), tmp_path / "results"
    observe_clips(clips, [BEATS], results)
    damaged = music_observation_file(results, "beats", REFERENCE, "clip001")
    damaged.write_bytes(damaged.read_bytes()[:200])
    with pytest.raises(EvaluationError, match="damaged"):
        list(load_observations(results, clips))
    motion_observation_file(results, "clip000").unlink()
    with pytest.raises(EvaluationError, match="missing"):
        list(load_observations(results, clips))
    assert observe_clips(clips, [BEATS], results).done == 2
    assert len(list(load_observations(results, clips))) == COUNT


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_sound_holds_no_other_up(folders: dict[str, Path], tmp_path: Path, jobs: int) -> None:
    (folders["ours"] / "clip001.wav").write_bytes(b"no sound")
    soundfile.write(folders["reference"] / "clip002.wav", np.full(8000, np.nan), 8000, subtype="FLOAT")
    (folders["motion"] / "clip003.npz").write_bytes(b"no movement")
    soundfile.write(folders["ours"] / "clip004.wav", np.zeros(0), 8000)
    clips = clips_of(folders)
    outcome = observe_clips(clips, [BEATS], tmp_path / "results", jobs=jobs)
    assert outcome.done == SOUNDS - 4
    assert len(outcome.failures) == 4
    for path in ("ours/clip001.wav", "reference/clip002.wav", "clip003.npz", "ours/clip004.wav"):
        assert any(path in failure for failure in outcome.failures)
    assert count_missing(clips, ["beats"], tmp_path / "results") == 4


def test_a_part_of_beat_times_begins_at_its_start(tmp_path: Path) -> None:
    (tmp_path / "song.beats").write_text("0.5\n1\n1.5\n2.5\n3\n")
    found = annotated_beats(FileSpan(tmp_path / "song.beats", 1.0, 2.0))
    assert (found.seconds, found.beats[Detector.TRACKER].tolist()) == (2.0, [0.0, 0.5, 1.5])


def test_beat_times_are_taken_as_they_are(folders: dict[str, Path], tmp_path: Path) -> None:
    for path in list(folders["reference"].iterdir()):
        path.with_suffix(".txt").write_text("# beats\n0.5\n1.0 2\n\n1.5\t3\n")
        path.unlink()
    clips = clips_of(folders)
    assert observe_clips(clips, [BEATS], tmp_path / "results").done == SOUNDS - COUNT
    for observed in load_observations(tmp_path / "results", clips):
        assert observed.reference.tempo_bpm == pytest.approx(120)
        assert all(times.tolist() == [0.5, 1.0, 1.5] for times in observed.reference.beats.values())
    for text in ("0.5\n0.5\n", "soon\n", "nan\n", "-1\n"):
        (folders["reference"] / "clip003.txt").write_text(text)
        with pytest.raises(EvaluationError, match=r"Line \d of clip003\.txt"):
            list(load_observations(tmp_path / "results", clips))


@pytest.mark.parametrize("jobs", [1, 2])
def test_whoever_reports_may_stop_the_work(folders: dict[str, Path], tmp_path: Path, jobs: int) -> None:
    def stop(phase: str, fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        observe_clips(clips_of(folders), [BEATS], tmp_path / "results", jobs=jobs, report=stop)
    assert 0 < len(kept(tmp_path / "results")) < SOUNDS


def test_an_unknown_observer_is_refused(folders: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no observer 'dog'"):
        observe_clips(clips_of(folders), [ObserverChoice("dog")], tmp_path / "results")


def test_memory_does_not_grow_with_the_clips(tmp_path: Path) -> None:
    """The sounds take 0.45 MB each; what is remembered of a clip is its name and its files' names."""
    folders = write_pairs(tmp_path / "few", 1)
    for number in range(1, 12):
        for folder, suffix in (("reference", "wav"), ("ours", "wav"), ("motion", "npz")):
            source = folders[folder] / f"clip000.{suffix}"
            os.link(source, source.with_name(f"clip{number:03d}.{suffix}"))
    clips = clips_of(folders)
    observe_clips(clips[:1], [BEATS], tmp_path / "warm")
    peaks = []
    for count in (2, 12):
        tracemalloc.start()
        observe_clips(clips[:count], [BEATS], tmp_path / f"results{count}")
        for _ in load_observations(tmp_path / f"results{count}", clips[:count]):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000
