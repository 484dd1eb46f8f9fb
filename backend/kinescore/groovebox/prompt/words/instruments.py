"""Words for instruments and roles, what is left out when they are refused, and what stands in for them."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints, read_table, words

INSTRUMENT_PHRASES: Mapping[str, str] = read_table(
    """
drums: drum, drums, drum kit, drumkit, beat, beats, drummer, drumming, backbeat, rhythm section, rhythm
acoustic_kit: acoustic kit, acoustic drums, live drums, real drums, rock drums
electronic_kit: electronic kit, electronic drums, 808, 808s, tr 808, drum machine, trap drums
house_kit: house kit, 909, tr 909, house drums, four on the floor
breakbeat_kit: breakbeat kit, breakbeats, amen break, chopped drums
dusty_kit: dusty kit, dusty drums, lo fi drums, lofi drums, sampled drums
dusty_keys: dusty keys, tape keys, dusty rhodes, lo fi keys, wobbly keys
dusty_piano: dusty piano, tape piano, lo fi piano, lofi piano, old piano, saloon piano
vinyl: vinyl, vinyl crackle, crackle, record crackle, record noise, vinyl noise, tape hiss, surface noise, needle drop
body_percussion: body percussion, handclap, hand clap, hand claps, clap, claps, clapping, finger snap, finger snaps,
    snaps, stomp, stomps, stomping, snapping fingers
brush_kit: brush kit, brushes, brushed drums, brush
percussion: percussion, percussive, percussionist, hand drum, hand drums
latin_percussion: latin percussion, conga, congas, bongo, bongos, timbale, clave, maraca, shaker, tambourine, cowbell,
    djembe, cajon, triangle, tabla, darbuka
orchestral_percussion: orchestral percussion, timpani, taiko, taiko drum, war drum, war drums, snare, snares,
    snare drum, field drum, marching drum, big drum, tribal drum, kettledrum, bass drum
bass: bass, bassline, bass line, low end
electric_bass: electric bass, bass guitar, fingered bass
synth_bass: synth bass, moog, moog bass, analog bass, analogue bass, wobble bass, wobble, wobbly bass,
    growl bass, reese bass
acid_bass: acid bass, 303, tb 303, acid line
sub_bass: sub bass, sub, deep bass, 808 bass
upright_bass: upright bass, double bass, acoustic bass, contrabass, walking bass, stand up bass
slap_bass: slap bass, slapped bass
chords: chord, chords, harmony, keys, keyboard, accompaniment, harmonies
piano: piano, grand piano, upright piano, piano chords, felt piano, keys player, pianist, honky tonk piano, prepared
    piano
electric_piano: electric piano, rhodes, wurlitzer, e piano, ep
organ: organ, hammond, church organ, pipe organ, electric organ
accordion: accordion, concertina, harmonium, bandoneon, melodica, harmonica, squeezebox, bagpipe
clean_guitar: guitar, clean guitar, electric guitar, guitarist, slide guitar, steel guitar, surf guitar, guitar solo
acoustic_guitar: acoustic guitar, twelve string guitar, ukulele, mandolin, bouzouki, balalaika, folk guitar, strummed
    guitar
nylon_guitar: nylon guitar, nylon string guitar, nylon strings, guitar nylon, spanish guitar, classical guitar,
    flamenco guitar, lute, oud, cavaquinho
banjo: banjo, sitar
driven_guitar: distorted guitar, driven guitar, overdriven guitar, distortion, power chord, rock guitar, heavy guitar,
    metal guitar, crunchy guitar, guitar riff, shredding, shredding guitar
muted_guitar: muted guitar, funk guitar, wah guitar, rhythm guitar, palm muted guitar, wah wah
warm_pad: pad, pads, warm pad, synth pad, drone
glass_pad: glass pad, glassy pad, shimmer, crystal pad, glass harmonica
string_section: string, strings, string section, string orchestra, cello, cellos, viola, violins, string quartet,
    tremolo strings, orchestral strings, staccato strings, string pad
brass_section: brass, brass section, horn, horns, horn section, trombone, french horn, fanfare, tuba, brass band,
    bugle
supersaw: supersaw, super saw, trance synth, big synth
pluck: pluck, plucks, plucked synth, arpeggio, arpeggios, arp, arpeggiator, sequencer
pizzicato: pizzicato, pizz, pizz strings, pizzicato strings, plucked strings
harpsichord: harpsichord, clavichord, spinet, cembalo
koto: koto, guzheng, shamisen, pipa, zither, dulcimer, guqin
vibraphone: vibraphone, vibes, vibraharp
choir: choir, choral, chorus of voices, voices, chant, chanting, boys choir, humming, vocal pad, children's choir
harp: harp, lyre
stab: stab, stabs, synth stab
melody: melody, melodies, lead, tune, theme, topline, hook, leitmotif, riff
saw_lead: saw lead, synth lead, lead synth, synth, synths, synthesizer, synthesiser, analog synth
square_lead: square lead, chip sound, pulse wave
flute: flute, flutes, recorder, piccolo, clarinet, oboe, woodwind, woodwinds, pan flute, pan pipes, shakuhachi, bassoon,
    bamboo flute, tin whistle, penny whistle, ocarina, ney, duduk, english horn
saxophone: saxophone, sax, saxophones, tenor sax, alto sax, sax solo, saxophone solo
trumpet: trumpet, cornet, flugelhorn, muted trumpet, trumpets, wah wah trumpet
violin: violin, fiddle, fiddles, solo violin, erhu, violin solo
marimba: marimba, xylophone, kalimba, balafon, steel drum, steel drums, steel pan, thumb piano, mbira, gamelan, hang
    drum, handpan, wood block
bell: bell, bells, glockenspiel, celesta, music box, chime, chimes, toy piano, sleigh bells, church bells, tubular
    bells, wind chimes, gong
whistle_lead: whistle, whistle lead, whistling, theremin, kazoo, musical saw
"""
)

FAMILIES: Mapping[str, tuple[str, ...]] = {
    family: tuple(keys.split())
    for family, keys in read_table(
        """
drums percussion acoustic_kit electronic_kit house_kit breakbeat_kit dusty_kit brush_kit body_percussion
    latin_percussion orchestral_percussion: drums, percussion
bass electric_bass synth_bass acid_bass sub_bass upright_bass slap_bass: bass
piano electric_piano dusty_piano dusty_keys: piano
clean_guitar driven_guitar muted_guitar acoustic_guitar nylon_guitar: clean_guitar
string_section violin pizzicato: string_section
brass_section trumpet: brass_section
saw_lead square_lead supersaw pluck warm_pad glass_pad synth_bass acid_bass sub_bass stab: saw_lead
warm_pad glass_pad: warm_pad
"""
    ).items()
}
"""What is left out with an instrument or role that is refused by its general name: "no drums" is nothing struck, "no
guitar" none of the three. What is refused by a narrower name ("no distorted guitar") is left out alone."""

GENERAL_NAMES = words(
    """
    drum drums beat beats drummer drumming rhythm
    percussion percussive bass bassline guitar guitars strings string brass horn
    horns piano synth synths synthesizer synthesiser pad pads
    """
)
"""The words that mean a whole family when they are refused."""

STAND_INS: Mapping[str, str] = read_table(
    """
string section: cello, cellos, viola, string quartet
brass section: trombone, french horn, tuba, bugle
marimba: xylophone, kalimba, balafon, steel drum, steel drums, steel pan, thumb piano, mbira, gamelan, hang drum,
    handpan, wood block
flute: clarinet, oboe, piccolo, recorder, woodwind, woodwinds, pan flute, pan pipes, shakuhachi, bassoon, bamboo
    flute, tin whistle, penny whistle, ocarina, ney, duduk, english horn
orchestral percussion: taiko, taiko drum, tribal drum, kettledrum
latin percussion: djembe, cajon, tabla, darbuka, triangle
acoustic guitar: ukulele, mandolin, bouzouki, balalaika, twelve string guitar
nylon guitar: lute, oud, cavaquinho
clean guitar: slide guitar, steel guitar, surf guitar
banjo: sitar
muted guitar: wah guitar, wah wah
organ: pipe organ
accordion: concertina, harmonium, bandoneon, melodica, harmonica, squeezebox, bagpipe
koto: guzheng, shamisen, pipa, zither, dulcimer, guqin
bell: celesta, glockenspiel, music box, toy piano, sleigh bells, church bells, tubular bells, wind chimes, gong
whistle lead: theremin, kazoo, musical saw
trumpet: cornet, flugelhorn
violin: erhu
harp: lyre
piano: prepared piano, honky tonk piano
"""
)
"""Instruments that the engine does not have: what is played instead, which the user is told."""

UNAVAILABLE: Mapping[str, str] = dict.fromkeys(
    ("vocals", "vocal", "singer", "singing", "lyrics", "song lyrics", "rapper", "rapping", "speech", "spoken word",
     "voice", "voiceover", "female vocal", "male vocal", "beatboxing"),
    "The built-in engine has no solo voice; it knows 'choir'.",
)  # fmt: skip

VOICES = words("vocals vocal singer singing voice")
"""Of these, those that a choir is too: who wants none of them wants no choir either."""

INSTRUMENT_STYLES: Mapping[str, Hint] = read_hints(
    """
piano, jazz: piano, grand piano, felt piano, pianist, upright piano
orchestral, cinematic: strings, string, string section, string orchestra, cello, cellos, viola, violin, violins,
    string quartet, orchestral strings, harp, oboe, clarinet, bassoon, woodwind, woodwinds, english horn, solo violin,
    french horn, tremolo strings, flute, flutes
comedy, orchestral: pizzicato, pizzicato strings, xylophone, kazoo, wood block, toy piano, wah wah trumpet, tuba
orchestral, ambient: music box, celesta, glockenspiel, chimes, wind chimes, glass harmonica
rock, country: guitar, guitarist
country, rock: acoustic guitar, banjo, steel guitar, slide guitar, mandolin, harmonica, twelve string guitar
rock, funk: electric guitar, distorted guitar, heavy guitar, guitar riff, guitar solo, rock drums, driven guitar
latin, tango: spanish guitar, nylon guitar, nylon string guitar, nylon strings, guitar nylon, flamenco guitar, castanets
celtic, country: fiddle, fiddles, bagpipe, bagpipes, tin whistle, penny whistle, bouzouki, lute, recorder, pan flute,
    hand drum
waltz, tango: accordion, concertina, bandoneon, squeezebox
corporate, pop: ukulele, handclap, whistling
western, country: whistle, whistling lead, surf guitar
jazz, funk: saxophone, sax, tenor sax, alto sax, sax solo, double bass, upright bass, walking bass, brushes,
    vibraphone, trumpet, muted trumpet, horn section, flugelhorn, stand up bass, hammond
funk, lock: slap bass, wah guitar, funk guitar, wah wah
march, epic: brass, brass section, fanfare, snare drum, bugle, brass band, marching drum, field drum, bass drum
epic, cinematic: taiko, taiko drum, war drum, war drums, timpani, big drum
choral, ambient: choir, choral, chant, chanting, organ, church organ, pipe organ, boys choir, church bells, tubular
    bells, humming
synthwave, techno: synth, synths, synthesizer, synthesiser, analog synth, arpeggio, arpeggiator, arp, synth bass,
    moog, keytar
trap, hip-hop: 808, 808s, trap drums, hi hat, hi hats, drum machine
drum and bass, break: breakbeats, amen break, chopped drums, chopped breaks, breakbeat kit
house, techno: 909, four on the floor, house drums, supersaw, acid bass
ambient, cinematic: pad, pads, drone, synth pad, warm pad, shimmer
chiptune: square lead, chip sound, pulse wave
latin, samba: conga, congas, bongo, bongos, timbale, clave, maraca, maracas, cowbell
reggae, afrobeat: steel drum, steel drums, steel pan, melodica
afrobeat, ambient: djembe, kalimba, balafon, mbira, thumb piano, marimba, tribal drum
asian, ambient: koto, guzheng, shamisen, pipa, erhu, shakuhachi, bamboo flute, gong, gamelan
middle eastern, ambient: oud, sitar, tabla, ney, duduk, darbuka
orchestral, waltz: harpsichord, lyre, clavichord
lo-fi, jazz: rhodes, electric piano, wurlitzer, vinyl, vinyl crackle, tape hiss
dubstep, drum and bass: wobble, wobble bass, wobbly bass, growl bass, reese bass, sub drop
drumline, afrobeat: drums, drum, drumming, percussion, percussionist
horror, suspense: theremin, musical saw, prepared piano
"""
)
"""The styles that an instrument is at home in, the best first."""

STYLES_OF_NOTHING_ELSE: Mapping[str, tuple[str, ...]] = {
    "piano": ("piano",), "choir": ("choral",), "drums": ("drumline", "body percussion"),
    "percussion": ("drumline", "body percussion"),
}  # fmt: skip
"""Styles that nothing is left of where an instrument is refused."""

ROLES = frozenset({"drums", "percussion", "bass", "chords", "melody", "stab"})
"""Keys that are at home in every style."""


def styles_of(phrase: str) -> Hint | None:
    """The styles that an instrument is at home in: its own, or those of the first name of what plays it."""
    key = INSTRUMENT_PHRASES.get(phrase)
    if phrase in INSTRUMENT_STYLES or key is None or key in ROLES:
        return INSTRUMENT_STYLES.get(phrase)
    alike = (other for other, played_by in INSTRUMENT_PHRASES.items() if played_by == key)
    return next((INSTRUMENT_STYLES[other] for other in alike if other in INSTRUMENT_STYLES), None)


NATIVE_STYLES = frozenset({"asian", "middle eastern", "celtic", "reggae", "chiptune", "dubstep", "trap", "tango"})
"""Whose instruments are at home in them and hardly anywhere else: they name the style."""

ENSEMBLES = frozenset(
    {"string quartet", "string orchestra", "brass band", "brass quintet", "percussion ensemble", "taiko ensemble"}
)
"""Names of players that nobody else joins."""
