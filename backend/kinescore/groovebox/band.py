"""The band: every instrument by name."""

from __future__ import annotations

from kinescore.groovebox.instruments import drum_kits as kits
from kinescore.groovebox.instruments import (
    effects,
    guitars,
    keys,
    machine_kits,
    mallets,
    plucked,
    sections,
    subtractive,
)
from kinescore.groovebox.instruments import winds_and_violin as winds
from kinescore.groovebox.instruments.dusty import Worn, vinyl
from kinescore.groovebox.instruments.voice import Instrument, Length, Play


def _kit(drums: dict[int, Play], level_db: float = 0.0) -> Instrument:
    return Instrument(kits.DrumKit(drums, kits.BALANCE), level_db, Length.ONE_SHOT, variants=6, chokes=kits.HI_HATS)


def _drum_set(drums: dict[int, Play], level_db: float) -> Instrument:
    kit = kits.DrumKit(drums, kits.DRUM_SET_BALANCE)
    return Instrument(kit, level_db, Length.ONE_SHOT, variants=6, chokes=kits.HI_HATS)


def _dusty(drums: dict[int, Play], level_db: float) -> Instrument:
    kit = Worn(kits.DrumKit(drums, kits.DRUM_SET_BALANCE), high_hz=5800.0, drive=1.4)
    return Instrument(kit, level_db, Length.ONE_SHOT, variants=6, chokes=kits.HI_HATS)


def _bass(play: Play, level_db: float = 0.0) -> Instrument:
    return Instrument(play, level_db, monophonic=True)


def _accent(play: Play, level_db: float = 0.0) -> Instrument:
    return Instrument(play, level_db, Length.EXACT, variants=2)


def _hit(play: Play, level_db: float = 0.0) -> Instrument:
    return Instrument(play, level_db, Length.ONE_SHOT)


# Levels in dB bring a phrase at equal velocity to about -20 LUFS for kits and leads, -21.5 for basses and -23 for chord
# instruments (which play several notes at once); tests/groovebox/test_band_instruments.py holds them there.
INSTRUMENTS: dict[str, Instrument] = {
    "acoustic_kit": _drum_set(kits.ACOUSTIC, -6.4),
    "electronic_kit": _kit(machine_kits.ELECTRONIC, -8.0),
    "house_kit": _kit(machine_kits.HOUSE, -9.0),
    "breakbeat_kit": _drum_set(kits.BREAKBEAT, -6.1),
    "dusty_kit": _dusty(kits.DUSTY, -6.1),
    "brush_kit": _drum_set(kits.BRUSH, -8.1),
    "body_percussion": _kit(machine_kits.BODY, -7.0),
    "latin_percussion": _kit(kits.LATIN, -7.5),
    "orchestral_percussion": _drum_set(kits.ORCHESTRAL, -13.1),
    "electric_bass": _bass(guitars.electric_bass, -15.0),
    "synth_bass": _bass(subtractive.synth_bass, -16.0),
    "acid_bass": _bass(subtractive.acid_bass, -17.5),
    "sub_bass": _bass(subtractive.sub_bass, -17.5),
    "upright_bass": _bass(guitars.upright_bass, -13.5),
    "slap_bass": _bass(guitars.slap_bass, -14.0),
    "piano": Instrument(keys.piano, -11.0),
    "electric_piano": Instrument(keys.electric_piano, -16.5),
    "dusty_keys": Instrument(Worn(keys.electric_piano, high_hz=2400.0, wow_cents=16.0), -16.5),
    "dusty_piano": Instrument(Worn(keys.piano, high_hz=2600.0, wow_cents=14.0), -11.0),
    "organ": Instrument(keys.organ, -18.5),
    "clean_guitar": Instrument(guitars.clean_guitar, -13.0),
    "driven_guitar": Instrument(guitars.driven_guitar, -21.5, chords_as_one=True),
    "muted_guitar": Instrument(guitars.muted_guitar, -6.5, variants=2),
    "acoustic_guitar": Instrument(plucked.acoustic_guitar, -13.5),
    "nylon_guitar": Instrument(plucked.nylon_guitar, -13.5),
    "banjo": Instrument(plucked.banjo, -9.0),
    "pizzicato": Instrument(plucked.pizzicato, -6.5),
    "harpsichord": Instrument(plucked.harpsichord, -14.0),
    "koto": Instrument(plucked.koto, -13.0),
    "accordion": Instrument(sections.accordion, -20.0),
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
    "vinyl": Instrument(vinyl, -15.0, Length.EXACT, variants=6),
    "riser": _accent(effects.riser, -20.5),
    "downlifter": _accent(effects.downlifter, -18.5),
    "cymbal_swell": _accent(effects.cymbal_swell, -14.0),
    "orchestra_hit": _hit(effects.orchestra_hit, -10.5),
    "stab": Instrument(subtractive.stab, -12.5),
}
