"""kinescore generate: files on disk, the same from this process and from a server."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import mido
import numpy as np
import pytest
import soundfile

from kinescore.cli import generate as generating
from kinescore.cli.main import main
from tests.cli.bouncers import write_bouncer

SECONDS, FPS = 6.0, 30.0


@pytest.fixture
def dance(tmp_path: Path) -> Path:
    return write_bouncer(tmp_path / "dance.npz", 112, seconds=SECONDS, fps=FPS)


def generate(*arguments: object) -> int:
    return main(["generate", *map(str, arguments)])


def test_music_is_exactly_as_long_as_the_movement(dance: Path) -> None:
    assert generate(dance) == 0
    sound = soundfile.info(dance.with_suffix(".wav"))
    assert (sound.samplerate, sound.channels, sound.frames) == (44100, 2, round(SECONDS * 44100))
    facts = json.loads(dance.with_suffix(".json").read_text("utf-8"))
    assert facts["tempo_bpm"] == pytest.approx(112, rel=0.01)
    assert facts["provenance"]["engine"] == "groovebox"


def test_same_seed_same_bytes_other_seed_other_music(dance: Path, tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        generate(dance, "--seed", seed, "-o", tmp_path / f"{name}.wav")
    one, two, three = ((tmp_path / f"{name}.wav").read_bytes() for name in ("one", "two", "three"))
    assert one == two
    assert one != three


def test_takes_count_their_seeds_up(dance: Path, tmp_path: Path) -> None:
    generate(dance, "--takes", 2, "--seed", 7, "-o", tmp_path / "out.wav")
    seeds = [json.loads((tmp_path / f"out-{n}.json").read_text("utf-8"))["provenance"]["seed"] for n in (1, 2)]
    assert seeds == [7, 8]


def test_stems_sum_to_the_mix_and_midi_is_as_long(dance: Path, tmp_path: Path) -> None:
    generate(dance, "-o", tmp_path / "out.wav", "--stems", tmp_path / "stems", "--midi", tmp_path / "out.mid")
    mix, _ = soundfile.read(tmp_path / "out.wav")
    stems = [soundfile.read(path)[0] for path in sorted((tmp_path / "stems").glob("out-*.wav"))]
    assert len(stems) >= 3
    assert np.abs(sum(stems) - mix).max() < 1e-5
    assert mido.MidiFile(tmp_path / "out.mid").length == pytest.approx(SECONDS, abs=0.2)


def test_a_request_file_is_obeyed_and_options_override_it(dance: Path, tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"prompt": "calm jazz", "seed": 5, "tempo_bpm": 90}), "utf-8")
    generate(dance, "--request", request, "--seed", 6, "-o", tmp_path / "out.wav")
    facts = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert facts["tempo_bpm"] == 90
    assert facts["provenance"]["prompt"] == "calm jazz"
    assert facts["provenance"]["seed"] == 6


def test_flac_holds_the_same_samples(dance: Path, tmp_path: Path) -> None:
    generate(dance, "-o", tmp_path / "out.wav")
    generate(dance, "-o", tmp_path / "out.flac")
    assert np.array_equal(soundfile.read(tmp_path / "out.wav")[0], soundfile.read(tmp_path / "out.flac")[0])


def test_unknown_words_are_reported(dance: Path, capsys: pytest.CaptureFixture) -> None:
    generate(dance, "--prompt", "joyful house with xylofnord")
    assert "xylofnord" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--engine", "jukebox"], "groovebox"),
        (["--seed", "-1"], "seed"),
        (["--tempo", "1000"], "240"),
        (["--genre", "polka-core"], "house"),
        (["--takes", "0"], "take"),
        (["-o", "no/such/folder/out.wav"], "folder"),
        (["-o", "out.mp9"], "'out.mp9' ends in no sound format"),
        (["-o", "out"], "'out' ends in no sound format"),
        (["--request", "broken.json"], "request"),
        (["--server", "tcp://127.0.0.1:9"], "kinescore serve"),
        (["--server", "http://somewhere"], "address"),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(
    arguments: list[str],
    words: str,
    dance: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kinescore.wire.client.PATIENCE_SECONDS", 0.5)
    (tmp_path / "broken.json").write_text("{", "utf-8")
    before = set(tmp_path.iterdir())
    assert generate(dance, *arguments) == 2
    printed = capsys.readouterr().err
    assert printed.count("kinescore: ") == 1
    assert "Traceback" not in printed
    assert words in printed
    assert set(tmp_path.iterdir()) == before


@pytest.fixture
def server_address(tmp_path: Path) -> Iterator[str]:
    """A server started the way its user starts it."""
    command = [
        sys.executable,
        "-m",
        "kinescore",
        "serve",
        "--address",
        "tcp://127.0.0.1:*",
        "--store",
        tmp_path / "jobs",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process.stdout.readline().split(" serves at ")[1].split()[0]
        process.terminate()


def test_a_server_makes_the_same_music_as_this_process(dance: Path, tmp_path: Path, server_address: str) -> None:
    generate(dance, "--seed", 3, "-o", tmp_path / "here.wav")
    generate(dance, "--seed", 3, "-o", tmp_path / "there.wav", "--server", server_address)
    assert (tmp_path / "here.wav").read_bytes() == (tmp_path / "there.wav").read_bytes()
    here, there = (json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in ("here", "there"))
    assert here == there


def test_a_file_of_somebody_elses_is_told_before_any_music_is_made(
    dance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kinescore.cli.generate._make", lambda *_: pytest.fail("music was made"))
    (tmp_path / "out-2.json").write_text('{"keypoints": []}', "utf-8")
    assert generate(dance, "--takes", 2, "-o", tmp_path / "out.wav") == 2
    assert "out-2.json" in capsys.readouterr().err
    assert (tmp_path / "out-2.json").read_text("utf-8") == '{"keypoints": []}'


def test_notes_that_are_not_there_cost_no_music(
    dance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make = generating._make
    monkeypatch.setattr(generating, "_make", lambda *arguments: replace(make(*arguments), midi=b""))
    assert generate(dance, "-o", tmp_path / "out.wav", "--midi", tmp_path / "out.mid") == 2
    assert "no MIDI" in capsys.readouterr().err
    assert soundfile.info(tmp_path / "out.wav").frames == round(SECONDS * 44100)
    assert not (tmp_path / "out.mid").exists()
