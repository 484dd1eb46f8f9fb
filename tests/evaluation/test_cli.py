"""`kinescore evaluate` as a researcher runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import soundfile

from kinescore.cli.main import main
from kinescore.data.pairs import Split
from kinescore.data.sequences import read_records
from kinescore.evaluation.clips.clips_file import read_clips
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.evaluation.results.evaluation_files import load_beat_counts, load_evaluation
from kinescore.evaluation.results.results_folder import beat_counts_file, evaluation_file
from tests.data.made_pairs import write_aist
from tests.evaluation.made_clips import write_pairs

PRIMARY = "beat tracker, 0.2 s bins (primary)"
CLIPS = 4


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reference, motion and two systems: `same` plays the reference's beats, `late` is 0.17 s late."""
    folder = tmp_path_factory.mktemp("music")
    write_pairs(folder, CLIPS, ("same", "late"))
    return folder


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


def evaluate(folder: Path, *arguments: str) -> Said:
    """Run the command in `folder`, in a process of its own."""
    command = [sys.executable, "-m", "kinescore", "evaluate", *arguments]
    environment = os.environ | {"COLUMNS": "200", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, timeout=240)
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def run_here(music: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """The command in this process, which has its imports behind it."""

    def run(*arguments: str, folder: Path = music) -> Said:
        monkeypatch.chdir(folder)
        code = main(["evaluate", *arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


FOLDERS = ("--generated", "same=same", "--generated", "late=late", "--reference", "reference", "--motion", "motion")


@pytest.fixture(scope="module")
def done(music: Path) -> Said:
    return evaluate(music, *FOLDERS, "-o", "results", "--jobs", "2", "--draws", "20")


def result_of(folder: Path, group: str, metric: str, system: str) -> MetricResult:
    (found,) = (
        each
        for each in load_evaluation(folder).results
        if (each.group, each.metric, each.system) == (group, metric, system)
    )
    return found


def test_the_tables_say_what_is_known(done: Said, music: Path) -> None:
    assert done.code == 0, done.err
    assert "16 sounds and movements analysed, 0 had been before" in done.err
    lines = done.out.splitlines()
    start = lines.index(next(line for line in lines if line.startswith(PRIMARY)))
    assert lines[start + 1].split() == ["BCS", "↑", "BHS", "↑", "F1", "↑", "CSD", "↓", "HSD", "↓", "Bg/Bt"]
    same = next(line for line in lines[start:] if line.startswith("same (4)"))
    assert same.split("  ")[1:] != []
    assert "1.000 ±0.000" in same
    assert "shuffled pairs" in lines[start + 3]
    assert " p 0." in lines[start + 3]
    late = result_of(music / "results", PRIMARY, "F1", "late")
    assert f"{late.value:.3f}" in next(line for line in lines[start:] if line.startswith("late (4)"))
    assert "note: Every clip counts as a song of its own." in done.out
    assert any(line.startswith("reference (4)") for line in lines)


def test_results_are_those_of_the_music(done: Said, music: Path) -> None:
    results = music / "results"
    evaluation = load_evaluation(results)
    assert (evaluation.systems, evaluation.clips) == (("same", "late"), CLIPS)
    assert result_of(results, PRIMARY, "F1", "same").value == 1.0
    assert result_of(results, "beat tracker, one to one within 0.1 s", "F1", "same").value == 1.0
    assert result_of(results, "beat tracker, one to one within 0.1 s", "F1", "late").value < 0.1
    assert result_of(results, "tempo", "TD", "late").value < 3
    assert {score.clip for score in load_beat_counts(results)} == {clip.name for clip in read_clips(results)}


def test_the_same_again_analyses_nothing_and_writes_the_same(
    done: Said, music: Path, run_here: Callable[..., Said]
) -> None:
    files = evaluation_file(music / "results"), beat_counts_file(music / "results")
    before = [path.read_bytes() for path in files]
    again = run_here(*FOLDERS, "-o", "results", "--draws", "20")
    assert "0 sounds and movements analysed, 16 had been before" in again.err
    assert [path.read_bytes() for path in files] == before
    other = run_here(*FOLDERS, "-o", "elsewhere", "--draws", "20")
    assert other.code == 0
    assert evaluation_file(music / "elsewhere").read_bytes() == before[0]
    assert str(music).encode() not in before[0]


def test_shards_leave_the_results_to_the_last(done: Said, music: Path, run_here: Callable[..., Said]) -> None:
    first = run_here(*FOLDERS, "-o", "shared", "--draws", "20", "--shard", "1/2")
    assert first.code == 0
    assert "8 are still to be analysed by the other shards" in first.err
    assert not evaluation_file(music / "shared").exists()
    second = run_here(*FOLDERS, "-o", "shared", "--draws", "20", "--shard", "2/2")
    assert second.code == 0
    assert evaluation_file(music / "shared").read_bytes() == evaluation_file(music / "results").read_bytes()


def test_a_list_gives_the_same_results(done: Said, music: Path, run_here: Callable[..., Said]) -> None:
    rows = [
        f"clip{n:03d},motion/clip{n:03d}.npz,reference/clip{n:03d}.wav,same/clip{n:03d}.wav,late/clip{n:03d}.wav"
        for n in range(CLIPS)
    ]
    (music / "list.csv").write_text("\n".join(["clip,motion,reference,same,late", *rows]) + "\n")
    listed = run_here("--list", "list.csv", "-o", "listed", "--draws", "20")
    assert listed.code == 0, listed.err
    assert load_evaluation(music / "listed").results == load_evaluation(music / "results").results


def test_a_prepared_dataset_gives_reference_and_motion(tmp_path: Path, run_here: Callable[..., Said]) -> None:
    """One song itself, cut where its clips are, is perfect; silence for the other is no music."""
    annotations, songs = write_aist(tmp_path)
    assert main(["prepare", str(annotations), str(songs), "-o", str(tmp_path / "dataset")]) == 0
    song, rate = soundfile.read(songs / "mBR1.wav")
    (tmp_path / "train").mkdir()
    for record in read_records(tmp_path / "dataset", Split.TRAIN):
        for clip in record.clips:
            first = round(clip.start_seconds * rate)
            music = song[first : first + round(5.12 * rate)] * (record.song == "mBR1")
            soundfile.write(tmp_path / "train" / f"{clip.name}.wav", music, rate)
    asked = ("--dataset", "dataset", "--generated", "song=train", "-o", "results", "--draws", "5")
    done = run_here(*asked, "--split", "train", folder=tmp_path)
    assert done.code == 0, done.err
    assert load_evaluation(tmp_path / "results").clips == 6
    scores = [score for score in load_beat_counts(tmp_path / "results") if score.protocol == PRIMARY]
    assert {score.aligned == score.reference > 0 for score in scores if "mBR1" in score.clip} == {True}
    assert {score.generated for score in scores if "mHO0" in score.clip} == {0}
    missing = run_here(*asked, folder=tmp_path)
    assert missing.code == 2
    assert "train (song) lacks 1 of 1 clips: gHO_sBM_c01_d22_mHO5_ch02_1." in missing.err


def test_one_unreadable_sound_is_named_and_the_others_are_kept(music: Path, run_here: Callable[..., Said]) -> None:
    write_pairs(music / "broken", 3)
    (music / "broken" / "ours" / "clip001.wav").write_bytes(b"no sound at all")
    asked = ("--generated", "ours=ours", "--reference", "reference", "-o", "results")
    failed = run_here(*asked, folder=music / "broken")
    assert failed.code == 2
    assert "1 files could not be analysed, all others are. ours/clip001.wav is no sound file" in failed.err
    assert "Traceback" not in failed.err
    (music / "broken" / "ours" / "clip001.wav").write_bytes((music / "broken/ours/clip002.wav").read_bytes())
    mended = run_here(*asked, "--draws", "5", folder=music / "broken")
    assert mended.code == 0, mended.err
    assert "1 sounds and movements analysed, 5 had been before" in mended.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "no generated music"),
        (("--generated", "same"), "'same' is no NAME=FOLDER"),
        (("--generated", "same=gone"), "no folder gone"),
        (("--generated", "same=same/clip000.wav"), "same/clip000.wav (same) is a file. Name the folder"),
        ((*FOLDERS, "-o", "same/clip000.wav"), "A file is where a folder is wanted (same/clip000.wav)"),
        (("--generated", "same=same"), "nothing to compare the music with"),
        (("--generated", "a=same", "--generated", "a=late"), "'a' is named twice"),
        (("--list", "list.csv", "--motion", "motion"), "--list says what --motion would say"),
        (("--dataset", "data", "--reference", "reference"), "--dataset says what --reference would say"),
        ((*FOLDERS, "--jobs", "0"), "from 1 on"),
        ((*FOLDERS, "--draws", "0"), "from 1 on"),
        ((*FOLDERS, "--shard", "3/2"), "no shard 3/2"),
        ((*FOLDERS, "--vggish", "gone.pth"), "gone.pth"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    run_here: Callable[..., Said], arguments: tuple[str, ...], sentence: str
) -> None:
    said = run_here("-o", "refused", *arguments)
    assert said.code == 2
    assert sentence in said.err
    assert said.err.strip().startswith("kinescore: ")


def test_a_missing_package_is_said_with_its_remedy(music: Path) -> None:
    """In a Python that cannot find librosa."""
    code = (
        "import importlib.util as u; found = u.find_spec; "
        "u.find_spec = lambda name, *rest: None if name == 'librosa' else found(name, *rest); "
        "from kinescore.cli.main import main; "
        "raise SystemExit(main(['evaluate', '--generated', 'same=same', '-o', 'refused']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=music, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "Evaluation needs librosa; not installed here. Install with: pip install" in done.stderr


def test_light_commands_load_no_observer() -> None:
    code = (
        "import sys, kinescore.cli.main as m; m.build_parser(); print({'librosa', 'scipy', 'torch'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "set()"
