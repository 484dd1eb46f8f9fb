"""The built-in engine: a request and an analysed movement in, a take out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from kinescore import __version__
from kinescore.dance.analysis import DanceAnalysis
from kinescore.fit.song import own_seed
from kinescore.form.foley_words import foley_in
from kinescore.form.form import Ending, Form
from kinescore.form.form_words import form_in
from kinescore.genres import find_genre, genres_in
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.arranger.choose_style import choose_style
from kinescore.groovebox.arranger.plan import LEAD_INS
from kinescore.groovebox.balance import balanced
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.midi import midi_bytes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.render import render
from kinescore.groovebox.soundfonts.casting import Cast, cast
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.styles.style import Style
from kinescore.groovebox.sync import sync_scores
from kinescore.mastering.loudness import integrated_loudness
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.sound.long_audio import Watched
from kinescore.sound.stored import StoredSamples
from kinescore.take import Take

NAME = "groovebox"
LICENCE = "generated; yours"
_SAME_TEMPO = 0.01
_SAME_LOUDNESS_LU = 0.3
_OCTAVES = {2.0: 0.5, 0.5: 2.0}
"""Wanted tempo over the movement's: the feel (grid beats per felt beat) that gives it."""


def play(
    request: SoundtrackRequest, analysis: DanceAnalysis, report: Report, fonts: Mapping[str, Path] | None = None
) -> Take:
    """Arrange and perform music for a movement: exactly `request.music_seconds` long, on the movement's beat grid.

    fonts: SoundFont files by name that this machine's user pointed at, beside those in the folder of SoundFonts.
    Same request, seed and version give the same bytes. Raises RequestError for an unknown genre, and whatever `report`
    raises to stop the work.
    """
    report("arranging", 0.0)
    seconds = request.music_seconds
    form, words = form_in(foley_in(request.prompt, ())[1], request.form)
    intent = parse_prompt(words)
    style_name, style_notes = settle_style(request.genre, intent, analysis)
    intent, tempo_notes = settle_tempo(intent, analysis.grid.tempo_bpm)
    analysis, metre_notes = settle_metre(request, STYLES[style_name], intent, analysis)
    seed = own_seed(request.seed, analysis) if request.own_song else request.seed
    arrangement = arrange(analysis, seconds, STYLES[style_name], intent, seed, form, request.variation)
    arrangement, balance_notes = balanced(arrangement, intent)
    score = arrangement.score
    report("arranging", 1.0)
    band = cast(score, request.soundfonts, INSTRUMENTS, fonts)
    mix, stems = render(band.score, request.loudness_lufs, request.seed, report, request.stems, band.instruments)
    hits = [hit for hit in analysis.hits if hit.time_s < min(seconds, analysis.seconds)]
    return Take(
        audio=mix,
        beats=score.beats,
        downbeats=score.downbeats,
        tempo_bpm=score.tempo_bpm,
        sections=score.sections,
        stems=stems,
        midi=midi_bytes(score),
        metres=score.metres if len(set(score.metres)) > 1 else score.metres[:1],  # one for all, as a file tells them
        scores=sync_scores(hits, arrangement.accents, analysis.fps, seconds),
        provenance=_provenance(request, arrangement, style_name, intent, band),
        notes=(
            *intent.notes,
            *style_notes,
            *tempo_notes,
            *metre_notes,
            *band.notes,
            *balance_notes,
            *_example_notes(request),
            *_length_notes(seconds, analysis.seconds),
            *_song_notes(request, seed),
            *_form_notes(form, arrangement),
            *_loudness_notes(Watched(mix.stored, partial(report, "mixing", 1.0)), request.loudness_lufs),
        ),
    )


def settle_style(genre: str, intent: PromptIntent, analysis: DanceAnalysis) -> tuple[str, list[str]]:
    """Return the style's name, and notes: the genre field wins over the prompt, the prompt over the movement.

    Raises RequestError for a genre that is not known.
    """
    if genre.strip():
        mixed = genres_in(genre)
        name = find_genre(max(mixed, key=lambda part: part[1])[0]).name
        if len(mixed) > 1:
            return name, [f"The built-in engine plays one style of a mix, the heaviest: {name}."]
        if intent.style and intent.style != name:
            return name, [f"The prompt asks for {intent.style}, the genre field for {name}; the genre field wins."]
        return name, []
    if intent.style:
        return intent.style, []
    name, reason = choose_style(analysis, intent)
    return name, [reason]


def settle_tempo(intent: PromptIntent, tempo_bpm: float) -> tuple[PromptIntent, list[str]]:
    """Hold a tempo in the prompt against the movement's: half and double become a feel, anything else is told."""
    wanted = intent.tempo_bpm
    if wanted is None or abs(wanted / tempo_bpm - 1) <= _SAME_TEMPO:
        return intent, []
    for ratio, feel in _OCTAVES.items():
        if abs(wanted / tempo_bpm / ratio - 1) <= _SAME_TEMPO:
            felt = "half" if feel > 1 else "double"
            note = f"The movement's beat is {tempo_bpm:.1f} BPM; {wanted:g} BPM is played as its {felt} time."
            return replace(intent, feel=feel), [note]
    return intent, [
        f"The prompt asks for {wanted:g} BPM but the movement's beat is {tempo_bpm:.1f} BPM, which the music follows; "
        "the tempo field can force another."
    ]


def settle_metre(
    request: SoundtrackRequest, style: Style, intent: PromptIntent, analysis: DanceAnalysis
) -> tuple[DanceAnalysis, list[str]]:
    """Group the beats as the request's own fields say, else the prompt, else a style that has a metre of its own."""
    metres = set(analysis.grid.metres)
    if request.metre is not None or request.tempo_map:
        if intent.metre and metres != {intent.metre}:
            return analysis, [f"The prompt asks for {intent.metre.value}, the request for another metre and wins."]
        return analysis, []
    wanted = intent.metre or style.usual_metre
    if wanted is None or metres == {wanted}:
        return analysis, []
    if request.ending is Ending.LOOP and len(analysis.grid.beats) % wanted.beats:
        beats = len(analysis.grid.beats)
        return analysis, [f"The loop has {beats} beats, which make no whole bars of {wanted.value}."]
    return replace(analysis, grid=analysis.grid.in_metre(wanted)), []


def _example_notes(request: SoundtrackRequest) -> list[str]:
    if request.example is None:
        return []
    return ["The built-in engine does not listen to example music; a genre or words in the prompt say what to play."]


def _length_notes(seconds: float, motion_seconds: float) -> list[str]:
    if math.isclose(seconds, motion_seconds, abs_tol=1e-3):
        return []
    if seconds > motion_seconds:
        return [
            f"The music is {seconds - motion_seconds:.1f} s longer than the movement: "
            "after its end the beat goes on, without hit points."
        ]
    return [f"The music ends {motion_seconds - seconds:.1f} s before the movement does."]


def _song_notes(request: SoundtrackRequest, seed: int) -> list[str]:
    if not request.own_song:
        return []
    return [f"The song is this movement's own; seed {seed} gives it to other movements."]


def _form_notes(form: Form, arrangement: Arrangement) -> list[str]:
    notes, plan = [], arrangement.plan
    if form.start in LEAD_INS and plan.start is None:
        notes.append(f"The music is too short for a {form.start.value}; it begins at once.")
    if form.ending is Ending.STAB and not any(accent.time_s == plan.final_seconds for accent in arrangement.accents):
        notes.append("No hit point lies within 4 s of the end, so the stab is on the last good beat.")
    return notes


def _loudness_notes(mix: StoredSamples, wanted_lufs: float) -> list[str]:
    reached = integrated_loudness(mix)
    if abs(reached - wanted_lufs) <= _SAME_LOUDNESS_LU:
        return []
    return [f"The music reaches {reached:.1f} LUFS; {wanted_lufs:g} LUFS would need more limiting than sounds good."]


def _provenance(
    request: SoundtrackRequest, arrangement: Arrangement, style_name: str, intent: PromptIntent, band: Cast
) -> dict[str, str | int | float]:
    score = arrangement.score
    sources = "; ".join(f"{name}: {source}" for name, source in band.sources.items())
    feels = {1.0: "as the beat", 2.0: "half time", 0.5: "double time"}
    return {
        "engine": NAME,
        "version": __version__,
        "seed": request.seed,
        **({"song_seed": arrangement.plan.seed} if request.own_song else {}),
        **({"variation": request.variation} if request.variation else {}),
        "prompt": request.prompt,
        "genre": request.genre,
        "style": style_name,
        "mood": intent.mood.name if intent.mood else "",
        "prompt_read_as": "; ".join(f"{words}: {taken}" for words, taken in intent.readings if taken),
        "key": score.key,
        "tempo_bpm": score.tempo_bpm,
        "instruments": ", ".join(dict.fromkeys(p.instrument for p in score.parts if p.stem != "accents")),
        **({"instrument_sources": sources} if request.soundfonts else {}),
        "metre": ", ".join(dict.fromkeys(metre.value for metre in score.metres)),
        "feel": feels[arrangement.plan.timeline.beats_per_pulse],
        "seconds": score.seconds,
        "loudness_lufs": request.loudness_lufs,
        "licence": LICENCE,
    }
