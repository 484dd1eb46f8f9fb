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
from kinescore.fit.sync import sync_of
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


def test_several_get_one_music_that_tells_their_hits_apart(dance: Path, tmp_path: Path) -> None:
    other = write_bouncer(tmp_path / "other.npz", 112, seconds=4.0, fps=60.0)
    assert generate(dance, other, "--weights", "1,0.5", "--names", "Ann,Bob", "-o", tmp_path / "out.wav") == 0
    assert soundfile.info(tmp_path / "out.wav").frames == round(SECONDS * 44100)
    facts = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [(mover["name"], mover["weight"]) for mover in facts["movers"]] == [("Ann", 1.0), ("Bob", 0.5)]
    assert all(mover["hits_s"] for mover in facts["movers"])
    assert "The music follows 'Ann' (weight 1) and 'Bob' (weight 0.5)." in facts["notes"]
    assert generate(other, "-o", tmp_path / "one.wav") == 0
    assert "movers" not in json.loads((tmp_path / "one.json").read_text("utf-8"))


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


def test_all_takes_are_kept_and_the_best_is_named_with_chance_beside(dance: Path, tmp_path: Path, capsys) -> None:
    assert generate(dance, "--takes", 3, "-o", tmp_path / "out.wav") == 0
    said = capsys.readouterr().err
    (best,) = [line for line in said.splitlines() if line.startswith("best: ")]
    facts = [json.loads((tmp_path / f"out-{n}.json").read_text("utf-8")) for n in (1, 2, 3)]
    syncs = [sync_of(each["scores"]) for each in facts]
    assert f"out-{1 + syncs.index(max(syncs))}.wav" in best
    assert "(chance 0.500)" in best
    coverage = facts[0]["scores"]
    assert f"{coverage['hit_coverage']:.2f}  (chance {coverage['hit_coverage_chance']:.2f})" in said
    assert "hit coverage chance" not in said, "it stands beside its figure"


def test_another_shot_of_the_same_song(dance: Path, tmp_path: Path, capsys) -> None:
    assert generate(dance, "--prompt", "sad rock", "--seed", 9, "-o", tmp_path / "one.wav") == 0
    other = write_bouncer(tmp_path / "other.npz", 97, seconds=20.0, fps=FPS)
    assert generate(other, "--song", tmp_path / "one.json", "-o", tmp_path / "two.wav") == 0
    one, two = (json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in ("one", "two"))
    for name in ("seed", "style", "key"):
        assert one["provenance"][name] == two["provenance"][name], name
    band = [set(each["provenance"]["instruments"].split(", ")) for each in (one, two)]
    assert band[0] <= band[1] or band[1] <= band[0], "one band, some of whom have no turn in one of the shots"
    assert any("this movement keeps 97.0 BPM" in note for note in two["notes"])
    assert generate(other, "--song", tmp_path / "one.json", "--seed", 3) == 2
    assert "Leave out --seed" in capsys.readouterr().err
    assert generate(other, "--song", dance) == 2
    assert "beside a take's sound" in capsys.readouterr().err


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
    monkeypatch.setattr("kinescore.cli.generate._make_all", lambda *_: pytest.fail("music was made"))
    (tmp_path / "out-2.json").write_text('{"keypoints": []}', "utf-8")
    assert generate(dance, "--takes", 2, "-o", tmp_path / "out.wav") == 2
    assert "out-2.json" in capsys.readouterr().err
    assert (tmp_path / "out-2.json").read_text("utf-8") == '{"keypoints": []}'


def test_notes_that_are_not_there_cost_no_music(
    dance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_all = generating._make_all
    monkeypatch.setattr(
        generating, "_make_all", lambda *arguments: (replace(take, midi=b"") for take in make_all(*arguments))
    )
    assert generate(dance, "-o", tmp_path / "out.wav", "--midi", tmp_path / "out.mid") == 2
    assert "no MIDI" in capsys.readouterr().err
    assert soundfile.info(tmp_path / "out.wav").frames == round(SECONDS * 44100)
    assert not (tmp_path / "out.mid").exists()


def test_start_ending_and_sections(dance: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.wav"
    assert (
        generate(dance, "--ending", "fade", "--start", "cold", "--section", "3:chorus", "--section", "0", "-o", out)
        == 0
    )
    facts = json.loads(out.with_suffix(".json").read_text("utf-8"))
    assert [section["name"] for section in facts["sections"]][1] == "chorus"
    samples, _ = soundfile.read(out)
    assert np.abs(samples[-4410:]).max() < 0.1 * np.abs(samples).max()
    assert generate(dance, "--ending", "loop", "-o", out) == 0
    facts = json.loads(out.with_suffix(".json").read_text("utf-8"))
    assert len(facts["beats"]) * 60 / facts["tempo_bpm"] == pytest.approx(SECONDS)


@pytest.mark.parametrize("section", ["chorus", "1:2:3:x" * 20, "-3", "nan:a"])
def test_a_section_that_is_none_is_refused(dance: Path, section: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(dance, f"--section={section}") != 0
    assert "section" in capsys.readouterr().err
    assert not dance.with_suffix(".wav").exists()


def test_a_loop_with_a_count_in_is_refused(dance: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(dance, "--ending", "loop", "--start", "count-in") != 0
    assert "every time around" in capsys.readouterr().err


def test_foley_is_a_stem_of_its_own_and_every_event_is_told(dance: Path, tmp_path: Path) -> None:
    assert generate(dance, "-o", tmp_path / "plain.wav", "--stems", tmp_path) == 0
    assert generate(dance, "--foley", "impacts, steps", "-o", tmp_path / "out.wav", "--stems", tmp_path) == 0
    facts = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert facts["request"]["foley"] == ["steps", "impacts"]
    assert facts["stems"][-2:] == ["foley-steps", "foley-impacts"]
    assert (tmp_path / "out-foley-steps.wav").is_file()
    assert (tmp_path / "out-drums.wav").read_bytes() == (tmp_path / "plain-drums.wav").read_bytes()
    assert "foley" not in json.loads((tmp_path / "plain.json").read_text("utf-8"))["request"]


@pytest.mark.parametrize("kinds", ["thunder", "steps,thunder", " ", ","])
def test_foley_of_no_kind_is_refused(dance: Path, kinds: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(dance, "--foley", kinds) == 2
    assert "whooshes, steps, impacts" in capsys.readouterr().err
    assert not dance.with_suffix(".wav").exists()


def test_a_prompt_can_be_drawn_from_the_word_bank(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    dance = write_bouncer(tmp_path / "dance.npz", 112, seconds=1.0)
    asked = ["generate", str(dance), "--describe", "random", "--takes", "2", "-o", str(tmp_path / "a.wav")]
    assert main(asked) == 0
    prompts = [json.loads(path.read_text())["provenance"]["prompt"] for path in sorted(tmp_path.glob("a*.json"))]
    assert len({*prompts}) == 2
    assert all(" music featuring " in prompt for prompt in prompts)
    told = capsys.readouterr().err
    assert "A guide is for" not in told
    assert all(f"note: The words were drawn: {prompt}." in told for prompt in prompts)
    first = [path.read_bytes() for path in sorted(tmp_path.glob("a*.wav"))]
    assert main([*asked, "--guide", "0.5"]) == 0
    assert "A guide is for learned engines" in capsys.readouterr().err
    assert [path.read_bytes() for path in sorted(tmp_path.glob("a*.wav"))] == first
    capsys.readouterr()
    assert main([*asked, "--prompt", "calm"]) == 2
    assert "Leave one of them out" in capsys.readouterr().err
