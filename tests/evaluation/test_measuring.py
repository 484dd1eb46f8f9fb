"""Every sound is heard once, however many share the work and however often they are stopped."""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import Cancelled, EvaluationError
from kinescore.evaluation.clips.beat_times import heard_in_beat_times
from kinescore.evaluation.clips.clip import Clip, Span
from kinescore.evaluation.clips.clip_sound import load_sound
from kinescore.evaluation.clips.finding import find_clips
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observations.observe import count_missing, measure
from kinescore.evaluation.observations.stored import load_measured
from kinescore.evaluation.observations.workers import spread
from kinescore.evaluation.observers.motion_beats import see
from kinescore.evaluation.observers.music_beats import hear_beats
from kinescore.evaluation.observers.registry import BEATS, EarChoice
from kinescore.evaluation.results.results_folder import REFERENCE, heard_file, load_heard, seen_file, write_clips
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


def heard_at(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.npz")}


def test_what_is_kept_is_what_is_heard_and_seen(folders: dict[str, Path], tmp_path: Path) -> None:
    clips = clips_of(folders)
    assert measure(clips, [BEATS], tmp_path / "results").done == SOUNDS
    for clip, measured in zip(clips, load_measured(tmp_path / "results", clips), strict=True):
        assert measured.clip == clip
        for span, found in ((clip.reference, measured.reference), (clip.generated["ours"], measured.generated["ours"])):
            real = hear_beats(load_sound(span))
            assert (found.seconds, found.tempo_bpm) == (real.seconds, real.tempo_bpm)
            for detector in Detector:
                np.testing.assert_array_equal(found.beats[detector], real.beats[detector])
        real = see(clip.motion)
        assert measured.seen.tempo_bpm == real.tempo_bpm
        np.testing.assert_array_equal(measured.seen.kinematic, real.kinematic)


def test_processes_and_shards_together_keep_the_same(folders: dict[str, Path], tmp_path: Path) -> None:
    clips = clips_of(folders)
    whole, spread, shared = (tmp_path / name for name in ("whole", "spread", "shared"))
    measure(clips, [BEATS], whole)
    assert measure(clips, [BEATS], spread, jobs=2).done == SOUNDS
    left = [SOUNDS]
    for number in (3, 1, 2):
        share = measure(clips, [BEATS], shared, Shard(number, 3))
        left.append(count_missing(clips, share.ears, shared))
        assert left[-2] - left[-1] == share.done > 0
    assert left[-1] == 0
    assert kept(whole) == kept(spread) == kept(shared)
    assert measure(clips, [BEATS], shared).done == 0


def test_what_changed_is_heard_again_and_nothing_else(folders: dict[str, Path], tmp_path: Path) -> None:
    clips, results = clips_of(folders), tmp_path / "results"
    measure(clips, [BEATS], results)
    before = heard_at(results)
    write_sound(folders["ours"] / "clip002.wav", beats(150))  # as long as before
    assert measure(clips, [BEATS], results).done == 1
    changed = {name for name, when in heard_at(results).items() if when != before[name]}
    assert changed == {"heard/beats/ours/clip002.npz"}
    assert load_heard(results, "beats", "ours", "clip002")["tempo_bpm"] == pytest.approx(150, rel=0.03)


def test_another_folder_under_the_same_name_is_heard(folders: dict[str, Path], tmp_path: Path) -> None:
    """Archives give all files one time, and clips of one length have one size: only the place tells them apart."""
    for path in folders["ours"].iterdir():
        os.utime(path, ns=(0, 0))
    measure(clips_of(folders), [BEATS], tmp_path / "results")
    shutil.copytree(folders["ours"], tmp_path / "copy")
    assert measure(clips_of(folders | {"ours": tmp_path / "copy"}), [BEATS], tmp_path / "results").done == COUNT


def test_another_part_of_the_same_file_is_heard(folders: dict[str, Path], tmp_path: Path) -> None:
    clips = clips_of(folders)
    for start_s, seconds, heard in ((0.0, 3.0, SOUNDS), (1.0, 3.0, COUNT), (1.0, 4.0, COUNT), (1.0, 4.0, 0)):
        parts = [
            dataclasses.replace(clip, reference=dataclasses.replace(clip.reference, start_s=start_s, seconds=seconds))
            for clip in clips
        ]
        assert measure(parts, [BEATS], tmp_path / "results").done == heard


def test_two_choices_of_one_ear_are_one_ear(folders: dict[str, Path], tmp_path: Path) -> None:
    measurement = measure(clips_of(folders), [BEATS, dataclasses.replace(BEATS, device="cpu")], tmp_path / "results")
    assert (measurement.ears, measurement.done) == (("beats",), SOUNDS)


def test_what_several_clips_share_is_heard_once(folders: dict[str, Path], tmp_path: Path) -> None:
    """Two dances to one part of a song, and a system beside itself under another name."""
    first, second = clips_of(folders)[:2]
    ours = first.generated["ours"]
    second = dataclasses.replace(second, reference=first.reference)
    clips = [dataclasses.replace(first, generated={"ours": ours, "again": ours}), second]
    results = tmp_path / "results"
    assert measure(clips, [BEATS], results).done == 5  # two movements, one reference, two sounds
    assert count_missing(clips, [BEATS.kind], results) == 0
    for pair in (
        [heard_file(results, BEATS.kind, REFERENCE, clip.name) for clip in clips],
        [heard_file(results, BEATS.kind, system, first.name) for system in ("ours", "again")],
    ):
        assert pair[0].read_bytes() == pair[1].read_bytes()
    heard_file(results, BEATS.kind, REFERENCE, second.name).unlink()
    assert count_missing(clips, [BEATS.kind], results) == 1
    assert measure(clips, [BEATS], results).done == 1
    third = dataclasses.replace(second, reference=dataclasses.replace(first.reference, seconds=4.0))
    assert measure([clips[0], third], [BEATS], results).done == 1


def test_a_damaged_result_is_made_again(folders: dict[str, Path], tmp_path: Path) -> None:
    clips, results = clips_of(folders), tmp_path / "results"
    measure(clips, [BEATS], results)
    damaged = heard_file(results, "beats", REFERENCE, "clip001")
    damaged.write_bytes(damaged.read_bytes()[:200])
    with pytest.raises(EvaluationError, match="damaged"):
        list(load_measured(results, clips))
    seen_file(results, "clip000").unlink()
    with pytest.raises(EvaluationError, match="missing"):
        list(load_measured(results, clips))
    assert measure(clips, [BEATS], results).done == 2
    assert len(list(load_measured(results, clips))) == COUNT


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_sound_holds_no_other_up(folders: dict[str, Path], tmp_path: Path, jobs: int) -> None:
    (folders["ours"] / "clip001.wav").write_bytes(b"no sound")
    soundfile.write(folders["reference"] / "clip002.wav", np.full(8000, np.nan), 8000, subtype="FLOAT")
    (folders["motion"] / "clip003.npz").write_bytes(b"no movement")
    soundfile.write(folders["ours"] / "clip004.wav", np.zeros(0), 8000)
    clips = clips_of(folders)
    measurement = measure(clips, [BEATS], tmp_path / "results", jobs=jobs)
    assert measurement.done == SOUNDS - 4
    assert len(measurement.failures) == 4
    for path in ("ours/clip001.wav", "reference/clip002.wav", "clip003.npz", "ours/clip004.wav"):
        assert any(path in failure for failure in measurement.failures)
    assert count_missing(clips, ["beats"], tmp_path / "results") == 4


def test_a_part_that_is_not_there_is_refused(folders: dict[str, Path]) -> None:
    path = folders["ours"] / "clip000.wav"
    part = load_sound(Span(path, 1.0, 2.0))
    whole, _ = soundfile.read(path, dtype="float32")
    np.testing.assert_array_equal(part.samples[0], whole[22_050 : 3 * 22_050])
    for span in (Span(path, 4.0, 5.12), Span(path, 6.0), Span(path, 0.0, 0.0)):
        with pytest.raises(EvaluationError, match=r"lasts 5\.12 s"):
            load_sound(span)
    with pytest.raises(EvaluationError, match="no file"):
        load_sound(Span(path.with_name("gone.wav")))


def test_a_part_of_beat_times_begins_at_its_start(tmp_path: Path) -> None:
    (tmp_path / "song.beats").write_text("0.5\n1\n1.5\n2.5\n3\n")
    heard = heard_in_beat_times(Span(tmp_path / "song.beats", 1.0, 2.0))
    assert (heard.seconds, heard.beats[Detector.TRACKER].tolist()) == (2.0, [0.0, 0.5, 1.5])


def test_beat_times_are_taken_as_they_are(folders: dict[str, Path], tmp_path: Path) -> None:
    for path in list(folders["reference"].iterdir()):
        path.with_suffix(".txt").write_text("# beats\n0.5\n1.0 2\n\n1.5\t3\n")
        path.unlink()
    clips = clips_of(folders)
    assert measure(clips, [BEATS], tmp_path / "results").done == SOUNDS - COUNT
    for measured in load_measured(tmp_path / "results", clips):
        assert measured.reference.tempo_bpm == pytest.approx(120)
        assert all(times.tolist() == [0.5, 1.0, 1.5] for times in measured.reference.beats.values())
    for text in ("0.5\n0.5\n", "soon\n", "nan\n", "-1\n"):
        (folders["reference"] / "clip003.txt").write_text(text)
        with pytest.raises(EvaluationError, match=r"Line \d of clip003\.txt"):
            list(load_measured(tmp_path / "results", clips))


@pytest.mark.parametrize("jobs", [1, 2])
def test_whoever_reports_may_stop_the_work(folders: dict[str, Path], tmp_path: Path, jobs: int) -> None:
    def stop(phase: str, fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        measure(clips_of(folders), [BEATS], tmp_path / "results", jobs=jobs, report=stop)
    assert 0 < len(kept(tmp_path / "results")) < SOUNDS


def test_an_unknown_ear_is_refused(folders: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no ear 'dog'"):
        measure(clips_of(folders), [EarChoice("dog")], tmp_path / "results")


def test_memory_does_not_grow_with_the_clips(tmp_path: Path) -> None:
    """The sounds take 0.45 MB each; what is remembered of a clip is its name and its files' names."""
    folders = write_pairs(tmp_path / "few", 1)
    for number in range(1, 12):
        for folder, suffix in (("reference", "wav"), ("ours", "wav"), ("motion", "npz")):
            source = folders[folder] / f"clip000.{suffix}"
            os.link(source, source.with_name(f"clip{number:03d}.{suffix}"))
    clips = clips_of(folders)
    measure(clips[:1], [BEATS], tmp_path / "warm")
    peaks = []
    for count in (2, 12):
        tracemalloc.start()
        measure(clips[:count], [BEATS], tmp_path / f"results{count}")
        for _ in load_measured(tmp_path / f"results{count}", clips[:count]):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000


def test_a_killed_process_is_said_in_a_sentence() -> None:
    with pytest.raises(EvaluationError, match=r"processes was killed.* fewer --jobs"):
        list(spread(os._exit, [9, 9, 9], jobs=2))


MEASURE = """
import sys
from pathlib import Path
from kinescore.evaluation.observers.registry import BEATS
from kinescore.evaluation.observations.observe import measure
from kinescore.evaluation.results.results_folder import read_clips
if __name__ == "__main__":
    folder = Path(sys.argv[1])
    try:
        print(measure(read_clips(folder), [BEATS], folder, jobs=2).done)
    except KeyboardInterrupt:
        sys.exit("stopped")
"""


@pytest.fixture
def many(folders: dict[str, Path], tmp_path: Path) -> Path:
    """A results folder that asks for 120 sounds to be heard, beside a program that hears them with two processes."""
    for number in range(COUNT, 60):
        for folder in ("reference", "ours"):
            shutil.copy2(folders[folder] / f"clip{number % COUNT:03d}.wav", folders[folder] / f"clip{number:03d}.wav")
    write_clips(tmp_path / "results", find_clips({"ours": folders["ours"]}, folders["reference"], None))
    (tmp_path / "work.py").write_text(MEASURE)
    return tmp_path / "results"


@pytest.fixture
def running(many: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, some sounds heard."""
    child = start(many)
    try:
        wait_until(lambda: len(list(many.rglob("*.npz"))) >= 5)
        yield child
    finally:
        end(child)


def wait_until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def end(child: subprocess.Popen[str]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.communicate()


def start(results: Path) -> subprocess.Popen[str]:
    """Ctrl-C reaches it even where these tests were started in the background, which makes a shell ignore it."""
    command = [sys.executable, str(results.parent / "work.py"), str(results)]
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, start_new_session=True, preexec_fn=listening, **pipes)


def processes_of(session: int) -> list[int]:
    """Process ids in one session, itself included (Linux)."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except (OSError, NotADirectoryError):
            continue
        if folder.name.isdigit() and int(fields[3]) == session and fields[0] != "Z":
            found.append(int(folder.name))
    return found


IN_PROC = pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="looks for processes in /proc")


@IN_PROC
def test_after_kill_9_nobody_stays_and_nothing_is_heard_twice(running: subprocess.Popen[str], many: Path) -> None:
    workers = set(processes_of(running.pid)) - {running.pid}
    assert len(workers) >= 2
    running.kill()
    wait_until(lambda: not processes_of(running.pid))
    before = heard_at(many)
    assert 5 <= len(before) < 120
    again = start(many)
    output, errors = again.communicate(timeout=120)
    assert again.returncode == 0, errors
    assert int(output) == 120 - len(before)
    after = heard_at(many)
    assert len(after) == 120
    assert {name: after[name] for name in before} == before


@IN_PROC
def test_ctrl_c_while_processes_start_is_the_parents(many: Path) -> None:
    child = start(many)
    try:
        wait_until(lambda: len(processes_of(child.pid)) >= 4)  # with the two, Python's own watcher of resources
        time.sleep(0.3)  # they are importing now
        os.killpg(child.pid, signal.SIGINT)
        _, errors = child.communicate(timeout=30)
        assert (child.returncode, errors.strip()) == (1, "stopped")
    finally:
        end(child)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="sends Ctrl-C to a group of processes")
def test_ctrl_c_at_work_keeps_what_was_heard(running: subprocess.Popen[str], many: Path) -> None:
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert (running.returncode, errors.strip()) == (1, "stopped")
    assert 5 <= len(list(many.rglob("*.npz"))) < 120
