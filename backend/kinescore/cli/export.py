"""kinescore export: a take for editors, sequencers and spreadsheets."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from kinescore.errors import KinescoreError
from kinescore.exchange.export import ALL_KINDS, Export, ExportKind
from kinescore.exchange.take_reading import read_take
from kinescore.exchange.timecode import Picture, drops_frames, exact_rate, started_at
from kinescore.take import Take

HELP = {
    ExportKind.STEMS: "each stem as a sound file",
    ExportKind.CLICK: "a click track with accented downbeats",
    ExportKind.MIDI: "MIDI: tempo map, sections, hit points as markers, and the notes",
    ExportKind.OTIO: "an OpenTimelineIO timeline: an audio track for each sound, a marker for each beat and hit point",
    ExportKind.CSV: "a table of hit points, beats and sections",
    ExportKind.EDL: "EDLs (CMX 3600) of hit points and of beats, for editors that import markers",
}


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore export`."""
    parser = commands.add_parser(
        "export",
        help="write a take for other programs",
        description="Write a take for other programs: its mix, and all that is listed below, or what you choose of it. "
        "Files that are there already are replaced only if an export wrote them and nobody changed them since.",
    )
    parser.add_argument("take", type=Path, help="the sound of a take, or the .json beside it")
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", required=True, help="where the files go")
    chosen = parser.add_argument_group("what to write (all of it where nothing is named)")
    for kind in ExportKind:
        chosen.add_argument(f"--{kind.value}", dest="kinds", action="append_const", const=kind, help=HELP[kind])
    parser.add_argument("--sound", choices=("wav", "flac"), default="wav", help="format of the sounds (default wav)")
    counted = parser.add_argument_group("how the picture's frames are counted")
    counted.add_argument("--fps", type=float, help="frames per second (default: the movement's)")
    counted.add_argument(
        "--first-frame", type=int, default=0, metavar="N", help="number of the frame where the music begins (default 0)"
    )
    counted.add_argument(
        "--timecode", metavar="HH:MM:SS:FF", help="its timecode (default: that of a frame of this number)"
    )
    counted.add_argument(
        "--non-drop", action="store_true", help="count every frame at 29.97 and 59.94, instead of drop-frame timecode"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Read the take, write, and say what was written."""
    take = read_take(options.take)
    picture = _picture(take, options)
    name = options.take.stem
    write_export(take, name, options.output, picture, options.kinds or (), f".{options.sound}")


def write_export(
    take: Take,
    name: str,
    folder: Path,
    picture: Picture,
    kinds: Collection[ExportKind] = (),
    suffix: str = ".wav",
) -> None:
    """Write what was chosen, or everything that this take has, and say so on standard error."""
    console = Console(stderr=True, highlight=False)
    chosen = kinds or ALL_KINDS - ({ExportKind.STEMS} if not take.stems else set())
    files = Export(take, name, picture, chosen, suffix).write(folder)
    rate = f"{float(picture.rate):.6g} fps{', drop-frame' if picture.drop_frame else ''}"
    console.print(f"[bold]{folder}[/bold]  {rate}, from {picture.timecode(0)}", soft_wrap=True)
    for file in files:
        console.print(f"  {file.name}", soft_wrap=True, markup=False)
    for note in _notes(take, kinds):
        console.print(f"note: {note}", soft_wrap=True, markup=False)


def picture_at(fps: float) -> Picture:
    """Return frames from 0 at `fps`, in drop-frame timecode where that is usual. Raises TimecodeError."""
    rate = exact_rate(fps)
    return Picture(rate, drop_frame=drops_frames(rate))


def _picture(take: Take, options: argparse.Namespace) -> Picture:
    if not (options.fps or take.fps):
        raise KinescoreError("The take does not say how many frames a second the picture has.", "Give it: --fps 24.")
    rate = exact_rate(options.fps or take.fps)
    picture = Picture(rate, options.first_frame, drop_frame=drops_frames(rate) and not options.non_drop)
    if options.timecode:
        return started_at(picture, options.timecode)
    return replace(picture, start=options.first_frame)


def _notes(take: Take, kinds: Collection[ExportKind]) -> Sequence[str]:
    notes = []
    if not take.stems and not kinds:
        notes.append("No stems lie beside the take; they are left out.")
    if not take.hits:
        notes.append("The take names no hit points: it has none, or was made by an older version.")
    if not take.midi and (not kinds or ExportKind.MIDI in kinds):
        notes.append("No notes lie beside the take; the MIDI has its tempo map and markers.")
    return notes
