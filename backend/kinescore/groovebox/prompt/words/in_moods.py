"""What an instrument is at home in where a mood is named: sad beats are lo-fi, dark ones are trap."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import read_table

_BY_STYLE = """
lo-fi: calm beat, dreamy beat, sad beat, romantic beat, calm electronic_kit, sad electronic_kit, dreamy electronic_kit,
    calm bass, calm saw_lead
trap: dark beat, tense beat, epic beat, dark electronic_kit, tense electronic_kit
hip-hop: energetic beat, joyful beat, playful beat
pop: joyful clean_guitar, joyful saw_lead
country: sad clean_guitar, calm acoustic_guitar
bossa nova: romantic clean_guitar, romantic acoustic_guitar
western: dark acoustic_guitar, tense acoustic_guitar
ambient: calm clean_guitar, dreamy clean_guitar, dreamy acoustic_guitar, dreamy saw_lead,
    sad saw_lead, calm synth_bass
techno: tense saw_lead, tense synth_bass, dark synth_bass
house: energetic saw_lead, energetic synth_bass
dubstep: dark bass, tense bass, dark sub_bass, tense sub_bass
drum and bass: energetic bass, energetic sub_bass
funk: joyful bass, playful bass, joyful brass_section
epic: dark brass_section, tense brass_section
suspense: dark string_section, tense string_section, tense violin, dark pizzicato, tense pizzicato, tense harp,
    dark flute, tense flute, tense bell
horror: dark organ, dark bell, dark violin, dark harpsichord
orchestral: sad brass_section, calm brass_section, romantic brass_section, sad choir
jazz: dark saxophone, sad trumpet
"""
IN_MOODS: Mapping[str, str] = read_table(_BY_STYLE)
"""{"mood instrument": style}; instruments by their keys, beats by name: who says so has no drum kit in mind."""
