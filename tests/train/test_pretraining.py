"""Pretraining a Pocket: it learns, stops and goes on with the same bits, and what it leaves behind plays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")

import torch

from kinescore.backbones.pocket.model import PocketModel
from kinescore.cli.main import main
from kinescore.data.score_corpus import ScoreCorpus, make_corpus, read_corpus
from kinescore.data.score_pieces import PieceFacts
from kinescore.errors import TrainingError
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.layout import Codebook
from kinescore.groovebox.codes.line_codes import LINES, is_begun
from kinescore.pseudo_words.marks import RHYTHM_MARK
from kinescore.train import pretrainer, pretraining
from kinescore.train.pretrainer import Pretrainer
from kinescore.train.pretraining import MODEL, STATE, pretrain, read_run
from kinescore.train.pretraining_batches import batch_at, clocks_at
from kinescore.train.pretraining_config import PretrainConfig
from kinescore.train.pretraining_prompts import prompt_text

CPU = torch.device("cpu")
SMALL = PretrainConfig(
    width=32,
    layers=2,
    heads=2,
    text_width=32,
    updates=6,
    clock_updates=1,
    batch=4,
    learning_rate=5e-3,
    warmup_updates=2,
    save_every=2,
)
WALTZ = PieceFacts("waltz", "sad", "A minor", 90.0, 0.3, False)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> ScoreCorpus:
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, 4, 1, Shard())
    return read_corpus(folder)


def test_a_run_that_was_stopped_ends_with_the_same_bits(corpus: ScoreCorpus, tmp_path: Path) -> None:
    whole = pretrain(corpus, SMALL, tmp_path / "whole", CPU)

    class Stopped(Exception):
        pass

    def stop(point: object) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        pretrain(corpus, SMALL, tmp_path / "parts", CPU, watch=stop)
    assert pretrain(corpus, SMALL, tmp_path / "parts", CPU) == whole
    assert (tmp_path / "whole" / STATE).read_bytes() == (tmp_path / "parts" / STATE).read_bytes()
    assert [point.update for point in whole] == [2, 4, 6]


def test_it_learns(corpus: ScoreCorpus, tmp_path: Path) -> None:
    """The loss of what is likelier than not, after a few updates, is far below that of even odds (log 256 = 5.5)."""
    curve = pretrain(corpus, replace(SMALL, updates=40, save_every=20), tmp_path, CPU)
    assert curve[0].loss > curve[1].loss
    assert curve[1].loss < 3.5


def test_it_begins_with_a_model_that_is_named(corpus: ScoreCorpus, tmp_path: Path) -> None:
    """What that has learnt is not learnt again, a stop changes no bit, and one of another size is refused."""
    first = pretrain(corpus, replace(SMALL, updates=40, save_every=40), tmp_path / "first", CPU)
    config = replace(SMALL, start_from=str(tmp_path / "first" / MODEL), clock_updates=0, learning_rate=1e-5)
    begin = PocketModel.from_pretrained(tmp_path / "first" / MODEL)
    on = pretrain(corpus, config, tmp_path / "on", CPU, begin=begin)
    assert on[0].loss < first[0].loss
    with pytest.raises(TrainingError, match=r"another setting start_from: .*, and now it is"):
        pretrain(corpus, replace(config, start_from=""), tmp_path / "on", CPU)
    with pytest.raises(TrainingError, match="other sizes than the run: its decoder has width 32 and 2 layers"):
        pretrain(corpus, replace(config, layers=3), tmp_path / "deeper", CPU, begin=begin)


def test_the_shell_begins_with_the_model_that_comes_with_kinescore(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    make_corpus(tmp_path / "corpus", 2, 1, Shard())
    arguments = ["pretrain", str(tmp_path / "corpus"), "--device", "cpu", "-s", "start_from=pocket"]
    settings = [part for one in ("updates=1", "batch=2", "clock_updates=0") for part in ("-s", one)]
    assert main([*arguments, "-o", str(tmp_path / "run"), *settings]) == 0
    [point] = read_run(tmp_path / "run").curve
    assert point.loss < 1.5
    assert main([*arguments, "-o", str(tmp_path / "wide"), *settings, "-s", "width=64"]) == 2
    assert "other sizes than the run: its decoder has width 128 and 5 layers" in capsys.readouterr().err


def test_it_learns_the_clock_first(corpus: ScoreCorpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of eight clocks, each in its prompt, it tells the phase in every column; 0.5 is by chance."""
    monkeypatch.setattr(pretrainer, "clocks_at", lambda update, *rest: clocks_at(7, *rest))
    config = replace(SMALL, width=64, text_width=64, clock_updates=90, updates=300, batch=2)
    trainer = Pretrainer(config, CPU)
    losses = [trainer.learn(corpus, update) for update in range(config.clock_updates)]
    told = clocks_at(7, corpus, 8, 135, config.seed)
    with torch.no_grad():
        late = float(trainer.clock_loss(replace(told, true_phases=told.true_phases + 0.5)))
    assert losses[-1] < 0.25
    assert late > 1.0


def test_a_run_may_be_made_longer_until_its_rate_falls(corpus: ScoreCorpus, tmp_path: Path) -> None:
    pretrain(corpus, SMALL, tmp_path, CPU)
    with pytest.raises(TrainingError, match="another setting seed: 2512, and now it is 1"):
        pretrain(corpus, replace(SMALL, seed=1), tmp_path, CPU)
    with pytest.raises(TrainingError, match="another setting updates: 6, and now it is 12"):
        pretrain(corpus, replace(SMALL, updates=12), tmp_path, CPU)
    long = replace(SMALL, updates=8, save_every=4)
    assert long.learning_rate_at(5) == SMALL.learning_rate > long.learning_rate_at(7) > 0.0


@pytest.mark.parametrize("layout", [1, 3])
def test_a_state_of_another_layout_is_refused(
    corpus: ScoreCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: int
) -> None:
    with monkeypatch.context() as other:
        other.setattr(pretraining, "FORMAT", layout)
        pretrain(corpus, replace(SMALL, updates=2), tmp_path, CPU)
    with pytest.raises(TrainingError, match=f"has layout {layout}; this version reads 2"):
        pretrain(corpus, SMALL, tmp_path, CPU)


def test_a_model_that_no_run_wrote_stays(corpus: ScoreCorpus, tmp_path: Path) -> None:
    (tmp_path / MODEL).mkdir()
    mine = tmp_path / MODEL / "model.safetensors"
    mine.write_bytes(b"mine")
    with pytest.raises(TrainingError, match="is there already, and no run wrote it"):
        pretrain(corpus, SMALL, tmp_path, CPU)
    assert [*tmp_path.rglob("*")] == [tmp_path / MODEL, mine]
    assert mine.read_bytes() == b"mine"


def test_prompts_say_now_this_now_that() -> None:
    rng = np.random.default_rng(0)
    texts = [prompt_text(WALTZ, rng, number % 2 == 0, number % 2 == 1, number % 3 == 0) for number in range(200)]
    assert all((RHYTHM_MARK in text) == (number % 2 == 0) for number, text in enumerate(texts))
    assert all(("at 90 bpm" in text) == (number % 2 == 1) for number, text in enumerate(texts))
    assert all(("in A minor" in text) == (number % 3 == 0) for number, text in enumerate(texts))
    assert "in " not in prompt_text(replace(WALTZ, key=""), rng, says_clock=False, says_tempo=False, says_key=True)
    for part in ("waltz", "sad", "no drums"):
        assert 0.3 < np.mean([part in text for text in texts]) < 0.95, part
    assert "a sad waltz music with * as the rhythm" in texts


def test_batches_follow_from_seed_and_update_and_keep_to_the_clock(corpus: ScoreCorpus) -> None:
    first, again, other = (batch_at(update, corpus, 8, 7, 5) for update in (3, 3, 4))
    assert torch.equal(first.codes, again.codes)
    assert first.texts == again.texts
    assert not (first.codes.shape == other.codes.shape and torch.equal(first.codes, other.codes))
    for text, count in zip(first.texts, first.word_counts, strict=True):
        assert (RHYTHM_MARK in text) == (count > 0)
    assert first.hidden.shape == (len(first.codes), first.codes.shape[2] + 7)


def test_some_rows_hear_another_key_than_their_prompt_names(corpus: ScoreCorpus) -> None:
    """In all of it alike, and nothing else of the music is another."""
    batch = batch_at(5, corpus, 200, 7, 5)
    codes, heard = batch.codes.numpy(), batch.heard.numpy()
    assert 0.1 < batch.in_another_key.float().mean() < 0.3
    for row, (text, is_other) in enumerate(zip(batch.texts, batch.in_another_key.tolist(), strict=True)):
        assert (heard[row] != codes[row]).any() <= is_other <= ("in " in text)
        shifts = set()
        for book in Codebook:
            if book in LINES:
                begun = is_begun(codes[row, book])
                np.testing.assert_array_equal(is_begun(heard[row, book]), begun)
                notes = [[LINES[book].note(int(code))[0] for code in of[row, book][begun]] for of in (codes, heard)]
                shifts |= {(there - here) % 12 for here, there in zip(*notes, strict=True)}
            elif book != Codebook.CHORD:
                np.testing.assert_array_equal(heard[row, book], codes[row, book])
        assert len(shifts) <= 1
        assert not shifts or (shifts == {0}) != is_other


def test_what_is_asked_is_the_music_and_what_is_heard_another_key(corpus: ScoreCorpus) -> None:
    """The loss hears `heard`, where it isn't hidden, and does not ask for a pitch that it was not told."""
    trainer, batch = Pretrainer(SMALL, CPU), batch_at(5, corpus, 8, 7, 5)
    lost = replace(batch, in_another_key=torch.ones(8, dtype=torch.bool))
    silent = replace(batch, heard=torch.zeros_like(batch.heard))
    hidden = torch.ones_like(batch.hidden)
    with torch.no_grad():
        usual = float(trainer.loss(batch))
        assert float(trainer.loss(silent)) != usual
        assert float(trainer.loss(lost)) < usual
        assert float(trainer.loss(replace(silent, hidden=hidden))) == float(trainer.loss(replace(batch, hidden=hidden)))


def test_from_the_shell(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    corpus, run = tmp_path / "corpus", tmp_path / "run"
    settings = [
        "-s",
        "width=32",
        "-s",
        "layers=1",
        "-s",
        "heads=2",
        "-s",
        "text_width=32",
        "-s",
        "batch=2",
        "-s",
        "clock_updates=1",
    ]
    assert main(["prepare", "--engine", "pocket", "-o", str(corpus), "--pieces", "2"]) == 0
    command = ["pretrain", str(corpus), "-o", str(run), "--device", "cpu", *settings]
    assert main([*command, "-s", "updates=2"]) == 0
    assert (run / MODEL / "config.json").is_file()
    assert "update 2: loss" in capsys.readouterr().err
    assert main([*command, "-s", "width=33"]) == 2
    assert "The setting width is 33; it must be a multiple of 2" in capsys.readouterr().err
    assert main(["prepare", "--engine", "musicgen", "-o", str(corpus)]) == 2
    assert "There is no movement to prepare" in capsys.readouterr().err
