"""kinescore generate: music for a motion file or a video, made in this process or by a server."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from rich.console import Console

from kinescore.cli.export import picture_at, write_export
from kinescore.cli.form_options import add_form_options, form_of
from kinescore.cli.model_options import add_runtime_options, require_encoders_for_clap, runtime_of, sampling_of
from kinescore.cli.movers import add_mover_options, movers_of
from kinescore.cli.progress_bar import ProgressBar
from kinescore.cli.redo import add_redo_options, redo
from kinescore.cli.soundfont_options import add_soundfont_options, soundfont_files, soundfonts_of
from kinescore.cli.takes import describe_take, described, name_best, same_song, takes_of
from kinescore.cli.targets import beside, numbered, require_writable
from kinescore.cli.timing_options import add_timing_options, timing_of
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice, named_model, own_encoders, own_models
from kinescore.errors import KinescoreError
from kinescore.files.atomic_file import write_all
from kinescore.motion.video.recognise import is_video_name
from kinescore.motion.video.video_output import left_out, write_video
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest, example_of
from kinescore.sound.audio import Audio
from kinescore.take import Take, require_description_place
from kinescore.wire.address import DEFAULT_ADDRESS
from kinescore.wire.messages import Priority
from kinescore.wire.request_codec import request_from_json, request_header

SETTINGS = ("prompt", "genre", "seed", "engine", "seconds", "loudness_lufs", "beat_lock", "guide")
OF_A_MODEL = ("model", "encoders", "clap", "sampling")


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore generate`."""
    parser = commands.add_parser(
        "generate",
        help="write music for a movement",
        description="Write music for a movement: a sound file, and a JSON with beats and provenance beside it.",
    )
    add_mover_options(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="sound file (default: the first motion's name, .wav), or .mp4 or .mov: a video's pictures with the music",
    )
    music = parser.add_argument_group("the music")
    music.add_argument("--prompt", help='free words, such as "joyful house with piano"')
    music.add_argument(
        "--describe", choices=("random",), help="in place of a prompt: words drawn from the word bank, by the seed"
    )
    music.add_argument("--genre", help="a genre by name or AIST++ code; left out, prompt and movement decide")
    music.add_argument(
        "--example", type=Path, metavar="SOUND", help="music of the genre wanted, for encoders that listen to examples"
    )
    music.add_argument("--seed", type=int, help="same request and seed, same audio (default 0)")
    music.add_argument(
        "--takes",
        type=int,
        default=1,
        metavar="N",
        help="make N takes with seeds counting up from --seed, keep all, and name the one whose sound lands best",
    )
    music.add_argument(
        "--song", type=Path, metavar="JSON", help="the same song as an earlier take, by the .json beside its sound"
    )
    music.add_argument(
        "--own-song",
        action="store_true",
        default=None,
        help="a song of the movement's own: with one seed, other movements get other songs",
    )
    add_timing_options(music)
    add_form_options(music)
    add_soundfont_options(music)
    add_redo_options(music)
    music.add_argument("--seconds", type=float, help="length of the music (default: exactly the movement's)")
    music.add_argument("--loudness", type=float, dest="loudness_lufs", metavar="LUFS", help="default -14")
    music.add_argument("--request", type=Path, metavar="JSON", help="settings from a request file; options override it")
    more = parser.add_argument_group("where it is made, and what else to write")
    more.add_argument("--engine", help="groovebox (built in, the default) or another engine that is installed")
    more.add_argument("--server", metavar="ADDRESS", help=f"let a server make it, such as {DEFAULT_ADDRESS}")
    more.add_argument(
        "--priority",
        choices=[priority.value for priority in Priority],
        default=Priority.NORMAL.value,
        help="how soon the server begins, beside other jobs that wait (default normal)",
    )
    more.add_argument("--key", type=Path, metavar="FILE", help="client key, for a server that asks for one")
    more.add_argument("--stems", type=Path, metavar="FOLDER", help="also write the stems, which sum to the mix")
    more.add_argument("--midi", type=Path, metavar="FILE", help="also write what was played as MIDI")
    more.add_argument(
        "--export",
        type=Path,
        metavar="FOLDER",
        help="also write all that `kinescore export` does at the movement's fps",
    )
    learned = parser.add_argument_group(f"a learned engine ({', '.join(LEARNED_ENGINES)}) in this process")
    learned.add_argument("--model", metavar="MODEL", help="its folder, or its hub id such as facebook/musicgen-small")
    learned.add_argument(
        "--encoders",
        type=Path,
        metavar="FILE",
        help="that follow movement; else those of the model, or words alone",
    )
    learned.add_argument("--clap", metavar="MODEL", help="the CLAP of encoders that listen, if it is not where it was")
    learned.add_argument(
        "--sampling", action="append", default=[], metavar="NAME=VALUE", help="such as guidance=4, top_k=100, steps=30"
    )
    learned.add_argument(
        "--guide",
        type=float,
        metavar="SHARE",
        help="how much the model keeps of the built-in engine's music for the movement, 0 (none, the default) to 1",
    )
    learned.add_argument(
        "--beat-lock",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="stretch the music, by 10 %% at most, until its beats are the movement's (default: it is)",
    )
    add_runtime_options(learned)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Make and write every take that was asked for."""
    console = Console(stderr=True, highlight=False)
    if options.of or options.redo_section:
        redo(options, console, partial(_make, options=options, console=console))
        return
    target = options.output or beside(options.motions[0])
    require_writable(target, options.motions)
    first, notes = _request(options, console)
    if is_video_name(target):
        notes += left_out(options.motions[0], target)
    if first.guide and first.engine == "groovebox":
        notes += ("A guide is for learned engines; this is the built-in engine's music itself.",)
    if options.song:
        first, told = same_song(first, options)
        notes += told
    requests = described(takes_of(first, options.takes), options)
    for number in range(1, len(requests) + 1):
        require_description_place(numbered(target, number, options.takes))  # before any music is made
    scores = []
    makings = zip(requests, _make_all(requests, options, console), strict=True)
    for number, (request, made) in enumerate(makings, start=1):
        drawn = (f"The words were drawn: {request.prompt}.",) if options.describe else ()
        take = replace(made, notes=(*notes, *drawn, *made.notes))
        file = numbered(target, number, options.takes)
        _write(take, file, options, number, {"request": request_header(request)})
        describe_take(take, file, console)
        scores.append(take.scores)
        if options.export:
            write_export(take, file.stem, options.export, picture_at(take.fps))
    if len(requests) > 1:
        files = [numbered(target, number, options.takes) for number in range(1, len(requests) + 1)]
        name_best(files, [request.seed for request in requests], scores, console)


def _request(options: argparse.Namespace, console: Console) -> tuple[SoundtrackRequest, tuple[str, ...]]:
    """The request, and what is odd in the files of what moves."""
    (leader, *others), notes = movers_of(options, console)
    chosen = {name: getattr(options, name) for name in SETTINGS if getattr(options, name) is not None}
    text = options.request.read_bytes() if options.request else b"{}"
    example = _example(options.example) if options.example else None
    request = request_from_json(text, leader.keypoints, example, tuple(others))
    if leader.name:
        chosen["name"] = leader.name
    chosen |= {**timing_of(options, (leader, *others)), **form_of(options)}
    if options.soundfont:
        chosen["soundfonts"] = soundfonts_of(options)
    return replace(request, **chosen, stems=request.stems or bool(options.stems or options.export)), notes


def _example(path: Path) -> Audio:
    from kinescore.sound.sound_files import read_audio

    return example_of(read_audio(path))


def _make(request: SoundtrackRequest, options: argparse.Namespace, console: Console) -> Take:
    return next(_make_all([request], options, console))


def _make_all(requests: Sequence[SoundtrackRequest], options: argparse.Namespace, console: Console) -> Iterator[Take]:
    """Yield a take for each request, each with a bar of its own until it is there."""

    def report(phase: str, fraction: float) -> None:
        bar(phase, fraction)

    takes = (_made_by_server if options.server else _made_here)(requests, options, report)
    for _ in requests:
        with ProgressBar(console) as bar:
            take = next(takes)
        yield take


def _made_here(requests: Sequence[SoundtrackRequest], options: argparse.Namespace, report: Report) -> Iterator[Take]:
    if options.priority != Priority.NORMAL.value:
        raise KinescoreError("--priority is for jobs that wait at a server.", "Leave it out, or name a --server.")
    from kinescore.engines.composer import compose_all, engines_with, with_fonts

    engines = with_fonts(engines_with(_models(requests[0].engine, options)), soundfont_files(options))
    yield from compose_all(requests, report, engines)


def _made_by_server(
    requests: Sequence[SoundtrackRequest], options: argparse.Namespace, report: Report
) -> Iterator[Take]:
    if chosen := [f"--{name}" for name in OF_A_MODEL if getattr(options, name)]:
        raise KinescoreError(
            "With --server, the server's owner chooses the model and how it plays.",
            f"Leave out {' and '.join(chosen)}.",
        )
    from kinescore.wire.client import Client
    from kinescore.wire.keys import load_client_keys
    from kinescore.wire.run_jobs import JobsTogether

    jobs = JobsTogether(requests, Priority(options.priority))
    with Client(options.server, load_client_keys(options.key) if options.key else None) as client:
        for place in range(len(requests)):
            yield jobs.run(client, place, report)


def _models(engine: str, options: argparse.Namespace) -> tuple[ModelChoice, ...]:
    if options.model is None and engine not in own_models():
        if lost := [f"--{name}" for name in OF_A_MODEL if getattr(options, name)]:
            raise KinescoreError(f"No model is named for {' and '.join(lost)}.", "Add --model MODEL.")
        return ()
    require_encoders_for_clap(options)
    played = {"sampling": sampling_of(options.sampling), "clap": options.clap}
    model = named_model(engine, options.model)
    encoders = options.encoders or own_encoders(engine, model)
    return (ModelChoice(engine, model, encoders, **runtime_of(options), **played),)


def _write(take: Take, target: Path, options: argparse.Namespace, number: int, about: Mapping[str, object]) -> None:
    stems = options.stems if take.stems else None  # where there are none, the take's notes say why
    midi = numbered(options.midi, number, options.takes) if options.midi and take.midi else None
    if not is_video_name(target):
        write_all(take.files(target, stems=stems, midi=midi, about=about))
    else:
        _write_into_video(take, target, options, stems, midi)
    if options.midi and midi is None:
        raise KinescoreError(f"The engine of this take plays no notes: there is no MIDI, but {target} was written.")


def _write_into_video(
    take: Take, target: Path, options: argparse.Namespace, stems: Path | None, midi: Path | None
) -> None:
    mix = target.with_suffix(".wav")  # names the stems; the mix itself goes into the video
    write_all((path, data) for path, data in take.files(mix, stems=stems, midi=midi) if path != mix)
    write_video(options.motions[0], take.audio, target)
