"""Folders as they lie on real disks: halves, pickles, shards, half precision, another engine's; and silence."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("diffusers")
pytest.importorskip("sentencepiece")

import diffusers
import sentencepiece
import torch
import transformers
from safetensors.torch import load_file, save_file

from kinescore.engines.model_choice import ModelChoice, load_backbone
from kinescore.errors import BackboneError
from kinescore.pretrained.sentencepiece_tokenizer import t5_tokenizer
from kinescore.pretrained.weights import weights_digest
from tests.backbones.tiny_ace_step import tiny_ace_step_pipeline
from tests.backbones.tiny_audioldm2 import tiny_audioldm2_pipeline
from tests.backbones.tiny_musicgen import tiny_musicgen
from tests.backbones.tiny_riffusion import tiny_pipeline
from tests.pseudo_words.tiny_tokenizers import WORDS, tiny_t5_tokenizer


def save_musicgen(folder: Path, **options: str) -> None:
    tiny_musicgen().save_pretrained(folder, **options)
    tiny_t5_tokenizer().save_pretrained(folder)


SAVERS: dict[str, Callable[..., None]] = {
    "musicgen": save_musicgen,
    "riffusion": lambda folder, **options: tiny_pipeline().save_pretrained(folder, **options),
    "ace_step": lambda folder, **options: tiny_ace_step_pipeline().save_pretrained(folder, **options),
    "audioldm2": lambda folder, **options: tiny_audioldm2_pipeline().save_pretrained(folder, **options),
}
EACH = pytest.mark.parametrize("engine", SAVERS)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder with a whole model for each engine."""
    torch.set_num_threads(1)
    made = {}
    for engine, save in SAVERS.items():
        made[engine] = tmp_path_factory.mktemp("models") / engine
        save(made[engine])
    return made


@pytest.fixture
def copied(whole: dict[str, Path], tmp_path: Path) -> Callable[[str], Path]:
    return lambda engine: Path(shutil.copytree(whole[engine], tmp_path / f"copy of {engine}"))


def load(engine: str, folder: Path) -> str:
    """Load as every command does; returns the digest of what was loaded."""
    return weights_digest(load_backbone(ModelChoice(engine, str(folder), device="cpu")).model)


def weights_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.safetensors"), key=lambda path: path.stat().st_size)


@EACH
def test_pickles_alone_load_as_plain_tensors(
    engine: str, whole: dict[str, Path], copied: Callable[[str], Path]
) -> None:
    folder = copied(engine)
    for path in weights_in(folder):
        name = "pytorch_model.bin" if path.name == "model.safetensors" else "diffusion_pytorch_model.bin"
        torch.save(load_file(path), path.with_name(name))
        path.unlink()
    assert load(engine, folder) == load(engine, whole[engine])


@EACH
def test_half_precision_alone_loads(engine: str, copied: Callable[[str], Path]) -> None:
    folder = copied(engine)
    for path in weights_in(folder):
        halved = {name: each.half() if each.is_floating_point() else each for name, each in load_file(path).items()}
        save_file(halved, path.with_suffix(".fp16.safetensors"), {"format": "pt"})
        save_file({name: each.float() for name, each in halved.items()}, path, {"format": "pt"})
    rounded = load(engine, folder)
    for path in folder.rglob("*.fp16.safetensors"):
        path.with_name(path.name.replace(".fp16", "")).unlink()
    assert load(engine, folder) == rounded


@EACH
def test_shards_load_and_a_missing_one_is_named(engine: str, whole: dict[str, Path], tmp_path: Path) -> None:
    SAVERS[engine](tmp_path / "model", max_shard_size="100KB")
    shards = sorted((tmp_path / "model").rglob("*-of-*.safetensors"))
    assert len(shards) > 3
    assert load(engine, tmp_path / "model") == load(engine, whole[engine])
    shards[-1].unlink()
    with pytest.raises(BackboneError, match=f"lacks {shards[-1].name}, one of"):
        load(engine, tmp_path / "model")


@EACH
def test_half_a_download_is_named_for_what_it_is(engine: str, copied: Callable[[str], Path]) -> None:
    folder = copied(engine)
    largest = weights_in(folder)[-1]
    data = largest.read_bytes()
    largest.write_bytes(data[: len(data) // 2])
    with pytest.raises(BackboneError, match=r"is cut off: \d+\.\d of \d+\.\d MB are there") as refusal:
        load(engine, folder)
    assert "kinescore models get" in refusal.value.remedy
    largest.write_bytes(data[:5])
    with pytest.raises(BackboneError, match="damaged or cut off"):
        load(engine, folder)
    largest.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    with pytest.raises(BackboneError, match="only points at weights"):
        load(engine, folder)
    largest.unlink()
    with pytest.raises(BackboneError, match="lacks its weights"):
        load(engine, folder)
    largest.with_suffix(".safetensors.incomplete").write_bytes(data[:9])
    with pytest.raises(BackboneError, match=r"half a download: .*safetensors\.incomplete is there"):
        load(engine, folder)


@EACH
def test_a_folder_without_a_model_says_so(engine: str, copied: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BackboneError, match="is empty"):
        load(engine, tmp_path / "empty")
    folder = copied(engine)
    named = next(folder / name for name in ("model_index.json", "config.json") if (folder / name).is_file())
    named.write_text("{", "utf-8")
    with pytest.raises(BackboneError, match="is not JSON"):
        load(engine, folder)
    named.unlink()
    with pytest.raises(BackboneError, match="holds no model: neither"):
        load(engine, folder)


@EACH
def test_a_model_without_its_tokenizer_is_refused(engine: str, copied: Callable[[str], Path]) -> None:
    folder = copied(engine)
    for path in folder.rglob("tokenizer*.json"):
        path.unlink()
    with pytest.raises(BackboneError, match="tokenizer"):
        load(engine, folder)
    if (folder / "tokenizer").is_dir():
        shutil.rmtree(folder / "tokenizer")
        with pytest.raises(BackboneError, match="lacks the folder 'tokenizer'"):
            load(engine, folder)


@EACH
@pytest.mark.parametrize("other", SAVERS)
def test_a_model_of_another_engine_names_the_right_one(engine: str, other: str, whole: dict[str, Path]) -> None:
    if engine != other:
        with pytest.raises(BackboneError, match="holds a model for") as refusal:
            load(engine, whole[other])
        assert refusal.value.remedy == f"Choose the engine '{other}'."


@EACH
def test_loading_says_nothing(engine: str, whole: dict[str, Path], capfd: pytest.CaptureFixture) -> None:
    for library in (transformers.utils.logging, diffusers.utils.logging):
        library.set_verbosity_warning()
        library.enable_progress_bar()
    load(engine, whole[engine])
    assert capfd.readouterr() == ("", "")


@pytest.fixture(scope="module")
def pieces() -> bytes:
    """A file of SentencePiece, trained here, with T5's markers."""
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(WORDS), " ".join(reversed(WORDS))] * 20),
        model_writer=made,
        vocab_size=60,
        hard_vocab_limit=False,
        **{"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1, "minloglevel": 2},
    )
    return made.getvalue()


def test_a_tokenizer_in_sentencepiece_s_form_alone(
    pieces: bytes, copied: Callable[[str], Path], capfd: pytest.CaptureFixture
) -> None:
    """The pinned protobuf is too old for transformers' own way to read it."""
    folder = copied("musicgen")
    for path in folder.glob("tokenizer*.json"):
        path.unlink()
    (folder / "spiece.model").write_bytes(pieces)
    backbone = load_backbone(ModelChoice("musicgen", str(folder), device="cpu"))
    tokens = backbone.tokenizer.encode("joyful piano * dance", 1, 0)
    assert [slot for slot in tokens.slots if slot >= 0] == [0]
    assert capfd.readouterr() == ("", "")
    reference = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spiece.model"))
    for text in ("joyful piano", "a  music, with the rhythm!", "the oﬃce", " dance "):
        assert t5_tokenizer(folder)(text).input_ids == [*reference.encode(text), 1], text
    t5_with_others = copied("audioldm2")
    for path in (t5_with_others / "tokenizer_2").iterdir():
        path.unlink()
    (t5_with_others / "tokenizer_2" / "spiece.model").write_bytes(pieces)
    tokens = load_backbone(ModelChoice("audioldm2", str(t5_with_others), device="cpu")).tokenizer
    assert tokens.encode("joyful piano", 0, 0).ids == tuple(t5_tokenizer(folder)("joyful piano").input_ids)
    (folder / "spiece.model").write_bytes(b"junk")
    with pytest.raises(BackboneError, match="no file of SentencePiece"):
        load_backbone(ModelChoice("musicgen", str(folder), device="cpu"))
