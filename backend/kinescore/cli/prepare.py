"""kinescore prepare: movement and music -> clips and training targets."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from kinescore.cli.model_options import add_runtime_options, require_learned, runtime_of
from kinescore.cli.progress_bar import ProgressBar
from kinescore.cli.reading import add_reading_options, picture_size
from kinescore.data.pairs import Pair, find_pairs, find_unpaired
from kinescore.data.preparing import Prepared, prepare_sequences
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice, load_backbone
from kinescore.engines.table import model_engine
from kinescore.errors import KinescoreError, require_packages
from kinescore.files.shard import Shard, parse_shard
from kinescore.genres import find_genre


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore prepare`."""
    parser = commands.add_parser(
        "prepare",
        help="make a training dataset of movement and music",
        description="Cut pairs of movement and music into clips of 5.12 s, and encode the music once for the model "
        "that is to be trained with. What is done already is skipped, so the same command goes on after a stop. "
        "Without music the built-in engine plays it, where names of AIST++ or files of beats (NAME.beats beside the "
        "movement, one time in seconds a line) tell when beats fall. With --engine pocket its scores on the beats of "
        "the music are what is learnt from; and without movement it writes pieces to pretrain a Pocket on.",
    )
    parser.add_argument(
        "motion",
        type=Path,
        nargs="?",
        help="AIST++ annotations (with keypoints2d and splits), or any folder of motion files, videos and folders of "
        "keypoints frame by frame",
    )
    parser.add_argument(
        "music",
        type=Path,
        nargs="?",
        help="folder of sound files: mBR0.wav ... for AIST++, else as the motion; left out, the built-in engine plays",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DATASET", help="folder of the dataset")
    parser.add_argument(
        "--genre", help="of all movements; left out, AIST++ names or the folders around motion files say it"
    )
    add_reading_options(parser)
    parser.add_argument("--shard", default="1/1", metavar="I/N", help="do only this share, so that N commands do all")
    model = parser.add_argument_group("the models that listen (left out, only movements are prepared)")
    model.add_argument("--engine", choices=LEARNED_ENGINES, default="musicgen", help="kind of model (default musicgen)")
    model.add_argument("--model", metavar="MODEL", help="its folder, or its hub id such as facebook/musicgen-small")
    model.add_argument("--clap", metavar="MODEL", help="let this CLAP listen too, to train with genre_source=example")
    add_runtime_options(model)
    written = parser.add_argument_group("pieces to pretrain a Pocket on (--engine pocket, without movement)")
    written.add_argument(
        "--pieces", type=int, default=32_000, metavar="N", help="of 24 s each, by the built-in engine (default 32000)"
    )
    written.add_argument(
        "--midi",
        type=Path,
        metavar="FOLDER",
        help="add the music in these MIDI files to the corpus instead; --genre, or the names of files and folders, say "
        "its style, and a file of beats beside one (NAME.beats) when its beats fall, if it was played without a click",
    )
    written.add_argument("--seed", type=int, default=2512, metavar="S", help="other pieces (default 2512)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prepare what is missing. Raises KinescoreError at the end where a sequence could not be prepared."""
    shard = parse_shard(options.shard)
    if options.motion is None and model_engine(options.engine).writes_scores:
        if options.midi is not None:
            _add_songs(options, shard)
        else:
            _write_pieces(options, shard)
        return
    if options.motion is None:
        raise KinescoreError("There is no movement to prepare.", "Name its folder, and that of its music.")
    _require_listeners(options)
    console = Console(stderr=True, highlight=False)
    pairs = _pairs(options, shard, console)
    options.output.mkdir(parents=True, exist_ok=True)
    with ProgressBar(console) as bar:
        prepared = prepare_sequences(
            pairs, options.output, shard, bar, fps=options.fps, size=picture_size(options.size)
        )
    for note in prepared.notes:
        console.print(f"note: {note}", soft_wrap=True, markup=False)
    console.print(f"{prepared.done} sequences prepared, {prepared.skipped} were there already", soft_wrap=True)
    if model_engine(options.engine).writes_scores:
        written = _write_scores(pairs, options, shard, console)
        console.print(f"{written} scores written for {options.engine}", soft_wrap=True)
    elif options.model is not None:
        encoded = _encode(pairs, options, shard, console)
        console.print(f"{encoded} pieces of music encoded for {options.engine}", soft_wrap=True)
    if options.clap is not None:
        heard = _listen(pairs, options, shard, console)
        console.print(f"{heard} pieces of music listened to by {options.clap}", soft_wrap=True)
    _require_all(prepared)


def _pairs(options: argparse.Namespace, shard: Shard, console: Console) -> list[Pair]:
    """The pairs, with music that the built-in engine plays where none was named."""
    if options.music is not None:
        return find_pairs(options.motion, options.music, options.genre)
    require_packages(("torch", "safetensors"), "Writing music to prepare", "learned")
    from kinescore.data.song_scores import MUSIC, write_music

    pairs = find_unpaired(options.motion, options.output / MUSIC, options.genre)
    with ProgressBar(console) as bar:
        played = write_music(pairs, shard, bar)
    console.print(f"{played} pieces of music played by the built-in engine", soft_wrap=True)
    return pairs


def _write_scores(pairs: list[Pair], options: argparse.Namespace, shard: Shard, console: Console) -> int:
    require_learned("Preparing for Pocket")
    from kinescore.data.song_scores import write_scores

    with ProgressBar(console) as bar:
        return write_scores(pairs, options.output, shard, bar)


def _write_pieces(options: argparse.Namespace, shard: Shard) -> None:
    require_packages(("safetensors",), "A corpus of pieces", "learned")
    from kinescore.data.score_corpus import make_corpus

    if options.pieces < 1 or options.seed < 0:
        raise KinescoreError("There must be at least one piece, and no seed below 0.", "Mend --pieces or --seed.")
    console = Console(stderr=True, highlight=False)
    with ProgressBar(console) as bar:
        written = make_corpus(options.output, options.pieces, options.seed, shard, bar)
    console.print(f"{written} pieces written, {options.pieces} in all", soft_wrap=True)


def _add_songs(options: argparse.Namespace, shard: Shard) -> None:
    require_packages(("safetensors", "mido"), "A corpus of MIDI files", "train")
    from kinescore.data.song_corpus import add_songs

    style = find_genre(options.genre).name if options.genre else ""
    console = Console(stderr=True, highlight=False)
    with ProgressBar(console) as bar:
        added = add_songs(options.output, options.midi, style, options.seed, shard, bar)
    for note in added.notes:
        console.print(f"note: {note}", soft_wrap=True, markup=False)
    console.print(
        f"{added.pieces} pieces of {added.songs} songs written, {added.skipped} songs were there already, "
        f"{len(added.notes)} files left out",
        soft_wrap=True,
    )
    if not added.songs + added.skipped:
        raise KinescoreError("There is nothing to learn from in these files.", "The notes say why, file by file.")


def _require_listeners(options: argparse.Namespace) -> None:
    """Raise KinescoreError where models are to listen that cannot run here, before the long work on movements."""
    if options.model is not None:
        model_engine(options.engine).require_packages()
    if options.clap is not None:
        require_learned("CLAP")


def _encode(pairs: list[Pair], options: argparse.Namespace, shard: Shard, console: Console) -> int:
    from kinescore.data.targets import Targets

    backbone = load_backbone(ModelChoice(options.engine, options.model, **runtime_of(options)))
    with ProgressBar(console) as bar:
        return Targets(options.output, backbone).encode(_songs(pairs), shard, bar)


def _listen(pairs: list[Pair], options: argparse.Namespace, shard: Shard, console: Console) -> int:
    from kinescore.data.examples import Examples
    from kinescore.encoders.example import ExampleListener
    from kinescore.pretrained.model_source import ModelSource
    from kinescore.pretrained.runtime import Runtime
    from kinescore.pretrained.transformers_models import load_clap

    source, device = ModelSource(options.clap), Runtime(options.device).torch_device()
    listener = ExampleListener(*load_clap(source, device), source.name)
    with ProgressBar(console) as bar:
        return Examples(options.output, listener.clap).listen(_songs(pairs), listener, shard, bar)


def _songs(pairs: list[Pair]) -> dict[str, Path]:
    return {pair.song: pair.music for pair in pairs}


def _require_all(prepared: Prepared) -> None:
    if prepared.failures:
        raise KinescoreError(
            f"{len(prepared.failures)} sequences could not be prepared, all others are. {prepared.failures[0]}",
            "Mend or remove them and run the same command again.",
        )
