"""kinescore generate: music for a motion file or a video, made in this process or by a server."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from kinescore.cli.known_music import add_beat_options, beats_of_music
from kinescore.cli.model_options import add_runtime_options, require_encoders_for_clap, runtime_of, sampling_of
from kinescore.cli.progress_bar import ProgressBar
from kinescore.cli.reading import add_reading_options, read_with_notes
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice
from kinescore.errors import KinescoreError
from kinescore.files.atomic_file import write_all
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.motion.video.video_file import is_video
from kinescore.motion.video.video_output import require_video_for, write_video
from kinescore.request import SoundtrackRequest, example_of
from kinescore.sound.audio import Audio, require_sound_format
from kinescore.take import Take, require_description_place
from kinescore.wire.address import DEFAULT_ADDRESS
from kinescore.wire.request_codec import request_from_json

SETTINGS = ("prompt", "genre", "seed", "engine", "tempo_bpm", "beat_shift_seconds", "seconds", "loudness_lufs")
OF_A_MODEL = ("model", "encoders", "clap", "sampling")
MAX_TAKES = 16


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore generate`."""
    parser = commands.add_parser(
        "generate",
        help="write music for a movement",
        description="Write music for a movement: a sound file, and a JSON with beats and provenance beside it.",
    )
    parser.add_argument("motion", type=Path, help=f"motion file, folder or video ({', '.join(MOTION_SUFFIXES)})")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="sound file (default: the motion's name, .wav), or .mp4 or .mov: the pictures of a video with the music",
    )
    add_reading_options(parser)
    music = parser.add_argument_group("the music")
    music.add_argument("--prompt", help='free words, such as "joyful house with piano"')
    music.add_argument("--genre", help="a genre by name or AIST++ code; left out, prompt and movement decide")
    music.add_argument(
        "--example", type=Path, metavar="SOUND", help="music of the genre wanted, for encoders that listen to examples"
    )
    music.add_argument("--seed", type=int, help="same request and seed, same audio (default 0)")
    music.add_argument(
        "--takes", type=int, default=1, metavar="N", help="make N takes with seeds counting up from --seed"
    )
    music.add_argument("--tempo", type=float, dest="tempo_bpm", metavar="BPM", help="instead of the tempo found")
    add_beat_options(music)
    music.add_argument("--seconds", type=float, help="length of the music (default: exactly the movement's)")
    music.add_argument("--loudness", type=float, dest="loudness_lufs", metavar="LUFS", help="default -14")
    music.add_argument("--request", type=Path, metavar="JSON", help="settings from a request file; options override it")
    more = parser.add_argument_group("where it is made, and what else to write")
    more.add_argument("--engine", help="groovebox (built in, the default) or another engine that is installed")
    more.add_argument("--server", metavar="ADDRESS", help=f"let a server make it, such as {DEFAULT_ADDRESS}")
    more.add_argument("--key", type=Path, metavar="FILE", help="client key, for a server that asks for one")
    more.add_argument("--stems", type=Path, metavar="FOLDER", help="also write the stems, which sum to the mix")
    more.add_argument("--midi", type=Path, metavar="FILE", help="also write what was played as MIDI")
    learned = parser.add_argument_group(f"a learned engine ({', '.join(LEARNED_ENGINES)}) in this process")
    learned.add_argument("--model", metavar="MODEL", help="its folder, or its hub id such as facebook/musicgen-small")
    learned.add_argument(
        "--encoders", type=Path, metavar="FILE", help="encoders that follow movement; else words alone"
    )
    learned.add_argument("--clap", metavar="MODEL", help="the CLAP of encoders that listen, if it is not where it was")
    learned.add_argument(
        "--sampling", action="append", default=[], metavar="NAME=VALUE", help="such as guidance=4, top_k=100, steps=30"
    )
    add_runtime_options(learned)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Make and write every take that was asked for."""
    target = options.output or _beside(options.motion)
    _refuse_unwritable(target, options.motion)
    console = Console(stderr=True, highlight=False)
    first, notes = _request(options, console)
    requests = _takes(first, options.takes)
    for number in range(1, len(requests) + 1):
        require_description_place(_numbered(target, number, options.takes))  # before any music is made
    for number, request in enumerate(requests, start=1):
        with ProgressBar(console) as bar:
            made = _make(request, options, bar)
        take = replace(made, notes=(*notes, *made.notes))
        _write(take, _numbered(target, number, options.takes), options, number)
        _describe(take, _numbered(target, number, options.takes), console)


def _request(options: argparse.Namespace, console: Console) -> tuple[SoundtrackRequest, tuple[str, ...]]:
    """The request, and what is odd in the movement's file."""
    keypoints, notes = read_with_notes(options, console)
    chosen = {name: getattr(options, name) for name in SETTINGS if getattr(options, name) is not None}
    text = options.request.read_bytes() if options.request else b"{}"
    request = request_from_json(text, keypoints, _example(options.example) if options.example else None)
    if options.music:
        chosen["music_beats"] = beats_of_music(options.music)
    return replace(request, **chosen, stems=request.stems or bool(options.stems)), notes


def _example(path: Path) -> Audio:
    from kinescore.sound.sound_files import read_audio

    return example_of(read_audio(path))


def _takes(first: SoundtrackRequest, count: int) -> list[SoundtrackRequest]:
    if not 1 <= count <= MAX_TAKES:
        raise KinescoreError(f"{count} takes were asked for; from 1 to {MAX_TAKES} are made at once.")
    return [replace(first, seed=first.seed + step) for step in range(count)]


def _make(request: SoundtrackRequest, options: argparse.Namespace, report: ProgressBar) -> Take:
    if options.server is None:
        from kinescore.engines.composer import compose, engines_with

        return compose(request, report, engines_with(_models(request.engine, options)))
    if chosen := [f"--{name}" for name in OF_A_MODEL if getattr(options, name)]:
        raise KinescoreError(
            "With --server, the server's owner chooses the model and how it plays.",
            f"Leave out {' and '.join(chosen)}.",
        )
    from kinescore.wire.client import Client
    from kinescore.wire.keys import load_client_keys
    from kinescore.wire.run_job import run_job

    with Client(options.server, load_client_keys(options.key) if options.key else None) as client:
        return run_job(client, request, report)


def _models(engine: str, options: argparse.Namespace) -> tuple[ModelChoice, ...]:
    if options.model is None:
        if lost := [f"--{name}" for name in OF_A_MODEL if getattr(options, name)]:
            raise KinescoreError(f"No model is named for {' and '.join(lost)}.", "Add --model MODEL.")
        return ()
    require_encoders_for_clap(options)
    played = {"sampling": sampling_of(options.sampling), "clap": options.clap}
    return (ModelChoice(engine, options.model, options.encoders, **runtime_of(options), **played),)


def _beside(motion: Path) -> Path:
    """The sound file of the same name; its description, a .json, must not take the place of a movement in .json."""
    name = f"{motion.stem}-music" if motion.suffix.lower() == ".json" else motion.stem
    return motion.with_name(f"{name}.wav")


def _refuse_unwritable(target: Path, motion: Path) -> None:
    if not target.parent.is_dir():
        raise KinescoreError(
            f"The folder {target.parent} does not exist.", "Make it first, or choose another --output."
        )
    if target.with_suffix(".json").resolve() == motion.resolve():
        raise KinescoreError(
            f"The description of {target.name} would overwrite the movement {motion.name}.", "Choose another --output."
        )
    if not is_video(target):
        require_sound_format(target)
    require_video_for(target, motion)


def _numbered(path: Path, number: int, count: int) -> Path:
    return path if count == 1 else path.with_stem(f"{path.stem}-{number}")


def _write(take: Take, target: Path, options: argparse.Namespace, number: int) -> None:
    stems = options.stems if take.stems else None  # where there are none, the take's notes say why
    midi = _numbered(options.midi, number, options.takes) if options.midi and take.midi else None
    if not is_video(target):
        take.save(target, stems=stems, midi=midi)
    else:
        _write_into_video(take, target, options, stems, midi)
    if options.midi and midi is None:
        raise KinescoreError(f"The engine of this take plays no notes: there is no MIDI, but {target} was written.")


def _write_into_video(
    take: Take, target: Path, options: argparse.Namespace, stems: Path | None, midi: Path | None
) -> None:
    mix = target.with_suffix(".wav")  # names the stems; the mix itself goes into the video
    write_all((path, data) for path, data in take.files(mix, stems=stems, midi=midi) if path != mix)
    write_video(options.motion, take.audio, target)


def _describe(take: Take, target: Path, console: Console) -> None:
    console.print(f"[bold]{target}[/bold]  {take.audio.seconds:.3f} s, {take.tempo_bpm:.2f} BPM", soft_wrap=True)
    for name, value in sorted(take.scores.items()):
        console.print(f"  {name.replace('_', ' '):<28}{value:.2f}")
    for note in take.notes:
        console.print(f"  note: {note}", soft_wrap=True, markup=False)
