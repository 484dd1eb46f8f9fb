"""The band: every instrument by name, and the rendering of a score to a finished mix with its stems."""

from __future__ import annotations

import numpy as np

from kinescore.groovebox.instruments import drum_kits as kits
from kinescore.groovebox.instruments import effects, guitars, keys, mallets, sections, subtractive
from kinescore.groovebox.instruments import winds_and_violin as winds
from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Instrument, Length, Play, Samples
from kinescore.groovebox.mix.console import play_groups
from kinescore.groovebox.score import STEMS, Part, Score
from kinescore.mastering.finish import end_in_silence
from kinescore.mastering.limiter import finishing_gain
from kinescore.progress import Report
from kinescore.sound.audio import SAMPLE_RATE, Audio


def _kit(drums: dict[int, Play], level_db: float = 0.0) -> Instrument:
    return Instrument(kits.DrumKit(drums), level_db, Length.ONE_SHOT, variants=3, chokes=kits.HI_HATS)


def _bass(play: Play, level_db: float = 0.0) -> Instrument:
    return Instrument(play, level_db, monophonic=True)


def _accent(play: Play, level_db: float = 0.0) -> Instrument:
    return Instrument(play, level_db, Length.EXACT, variants=2)


def _hit(play: Play, level_db: float = 0.0) -> Instrument:
    return Instrument(play, level_db, Length.ONE_SHOT)


# Levels in dB bring a phrase at equal velocity to about -20 LUFS for kits and leads, -21.5 for basses and -23 for chord
# instruments (which play several notes at once); tests/groovebox/test_band_instruments.py holds them there.
INSTRUMENTS: dict[str, Instrument] = {
    "acoustic_kit": _kit(kits.ACOUSTIC, -7.0),
    "electronic_kit": _kit(kits.ELECTRONIC, -8.0),
    "house_kit": _kit(kits.HOUSE, -9.0),
    "breakbeat_kit": _kit(kits.BREAKBEAT, -7.5),
    "brush_kit": _kit(kits.BRUSH, -4.5),
    "latin_percussion": _kit(kits.LATIN, -7.0),
    "orchestral_percussion": _kit(kits.ORCHESTRAL, -10.5),
    "electric_bass": _bass(guitars.electric_bass, -15.0),
    "synth_bass": _bass(subtractive.synth_bass, -16.0),
    "acid_bass": _bass(subtractive.acid_bass, -17.5),
    "sub_bass": _bass(subtractive.sub_bass, -17.5),
    "upright_bass": _bass(guitars.upright_bass, -13.5),
    "slap_bass": _bass(guitars.slap_bass, -14.0),
    "piano": Instrument(keys.piano, -11.0),
    "electric_piano": Instrument(keys.electric_piano, -16.5),
    "organ": Instrument(keys.organ, -18.5),
    "clean_guitar": Instrument(guitars.clean_guitar, -14.5),
    "driven_guitar": Instrument(guitars.driven_guitar, -20.0),
    "muted_guitar": Instrument(guitars.muted_guitar, -6.5, variants=2),
    "warm_pad": Instrument(sections.warm_pad, -21.0),
    "glass_pad": Instrument(sections.glass_pad, -22.5),
    "string_section": Instrument(sections.string_section, -21.0),
    "brass_section": Instrument(sections.brass_section, -21.0),
    "supersaw": Instrument(sections.supersaw, -22.0),
    "pluck": Instrument(subtractive.pluck, -12.5),
    "vibraphone": Instrument(mallets.vibraphone, -17.0),
    "choir": Instrument(sections.choir, -21.0),
    "harp": Instrument(guitars.harp, -16.5),
    "saw_lead": Instrument(subtractive.saw_lead, -15.0),
    "square_lead": Instrument(subtractive.square_lead, -15.0),
    "flute": Instrument(winds.flute, -15.0),
    "saxophone": Instrument(winds.saxophone, -15.0),
    "trumpet": Instrument(winds.trumpet, -15.0),
    "violin": Instrument(winds.violin, -15.0),
    "marimba": Instrument(mallets.marimba, -8.5),
    "bell": Instrument(mallets.bell, -13.0),
    "whistle_lead": Instrument(winds.whistle_lead, -15.0),
    "impact": _hit(effects.impact, -10.5),
    "riser": _accent(effects.riser, -20.5),
    "downlifter": _accent(effects.downlifter, -18.5),
    "cymbal_swell": _accent(effects.cymbal_swell, -14.0),
    "orchestra_hit": _hit(effects.orchestra_hit, -10.5),
    "stab": Instrument(subtractive.stab, -12.5),
}


def render(
    score: Score, loudness_lufs: float, seed: int, report: Report, with_stems: bool = True
) -> tuple[Audio, dict[str, Audio]]:
    """Play `score` and return the mix and the stems it uses, which sum to it.

    All are [2, round(score.seconds * 44100)] at 44.1 kHz and end in exact silence. The mix has the integrated loudness
    `loudness_lufs` (BS.1770-4) with true peaks at most -1 dBTP; see `mastering.limiter.finishing_gain` for when a piece
    stays quieter. Same score and seed, same samples. Without stems everybody plays onto one bus, in half the time and a
    fraction of the memory; the mix is the same but for rounding, and no stems are returned.
    """
    count = seconds_to_samples(score.seconds)
    groups = _by_stem(score.parts) if with_stems else {"": score.parts}
    played = play_groups(score, groups, INSTRUMENTS, count, seed, report)
    report("mixing", 0.0)
    for samples in played.values():
        end_in_silence(samples)
    mix = _sum(played, count) if with_stems else played[""]
    level = finishing_gain(mix, loudness_lufs)
    for samples in (mix, *played.values()) if with_stems else (mix,):
        samples *= level
    report("mixing", 1.0)
    stems = {name: Audio(samples, SAMPLE_RATE) for name, samples in played.items()} if with_stems else {}
    return Audio(mix, SAMPLE_RATE), stems


def _by_stem(parts: tuple[Part, ...]) -> dict[str, list[Part]]:
    grouped = {stem: [part for part in parts if part.stem == stem] for stem in STEMS}
    return {stem: members for stem, members in grouped.items() if members}


def _sum(played: dict[str, Samples], count: int) -> Samples:
    mix = np.zeros((2, count), np.float32)
    for samples in played.values():
        mix += samples
    return mix
