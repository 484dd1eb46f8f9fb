"""Terms of musicians: kinds of music, techniques, instruments and moves of dances that stand for one style."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints

TERM_PHRASES: Mapping[str, Hint] = read_hints(
    """
drum and bass, break: amen, chopped amen, reese, liquid rollers, rollers, neurofunk, jump up drum and bass, think
    break, ragga jungle
house, techno: four to the floor, four on the floor, piano house, filter house, filtered disco, french touch, ballroom
    house, amapiano, uk garage, two step garage, italo, balearic
techno, house: ebm, acid line, detroit techno, warehouse rave, hoover, rave stabs, schranz, gabber, hardcore rave,
    psytrance
trap, hip-hop: hi hat rolls, 808 slides, triplet hats, triplet flow, uk drill, phonk, grime beat
lo-fi, middle hip-hop: tape wobble, jazzhop, dusty drums, bedroom beats, dusty loop, sampled rhodes
hip-hop, middle hip-hop: boom bap, turntable scratches, turntable scratching, turntablism, scratch solo, mpc,
    freestyle cypher, old school hip hop, miami bass
reggae, afrobeat: kingston, one drop groove, one drop beat, one drop reggae, skank, skanking, rocksteady, riddim,
    lovers rock, soca, calypso, dub siren, dancehall, sound system culture, offbeat guitar, ska
afrobeat, drumline: highlife, talking drum, juju music, kora, azonto, gnawa, soukous, mbalax, griot, shekere, kuduro,
    gqom
samba, latin: surdo, agogo, pandeiro, cuica, pagode, batucada, samba school, capoeira, forro, baiao, frevo, axe music
latin, samba: zumba, montuno, cumbia, merengue, bachata, mariachi, perreo, palmas, cajon, son cubano, timba, vallenato,
    huapango, bulerias, sevillanas, flamenco, salsa brava, boogaloo, dembow, joropo, charango
bossa nova, jazz: joao gilberto, samba cancao, lounge bossa
tango, latin: buenos aires, bandoneon, milonga, tango nuevo, habanera
celtic, country: hornpipe, bodhran, uilleann pipes, breton, breton dance, fest noz, strathspey, jig, jigs, ceilidh,
    hurdy gurdy, nyckelharpa, tin whistle, folk session
middle eastern, afrobeat: dabke, dabkeh, bedouin, bedouins, mijwiz, riq, qanun, maqam, zurna, saz, tanbur, qawwali,
    raga, dhol, bhangra, klezmer, frame drum, santoor, doumbek, dervish, dervishes, souk
asian, ambient: matsuri, edo, edo period, enka, pansori, samulnori, throat singing, dizi, gagaku, kabuki, noh, peking
    opera, beijing opera, ronin, sheng, morin khuur, koto duet, gong fu, hanfu, kimono
country, western: yeehaw, yee haw, honky tonk, pedal steel, fingerpicking, fingerpicked, washboard, bluegrass,
    hoedown, jug band,
    americana, lap steel, dobro, nashville
western, country: whip crack, tremolo guitar, spaghetti, spaghetti western, showdown at noon
jazz, bossa nova: dixieland, scat, scat singing, hard bop, bebop, stride piano, gypsy jazz, manouche, cool jazz, swing
    era, speakeasy, jazz combo, upright bass and brushes
ambient, piano: contact improvisation, improvisation contact, butoh, somatic practice
ambient, cinematic: field recordings, field recording, generative, granular, sine tones, soundscapes, washes of sound,
    new age
choral, orchestral: latin choir, latin chant, latin mass, latin hymn, latin text, latin lyrics, latin motet,
    plainchant, plainsong, madrigal, kyrie, vespers, motet, a cappella, polyphony, evensong, oratorio
orchestral, cinematic: adagio, concerto, tutti, sonata, fugue, andante, allegro, chamber music, chamber orchestra,
    woodwind quintet, string quintet, philharmonic
cinematic, suspense: braam, braams, sub hits, underscore, score bed, sound design
suspense, horror: unresolved, ostinato, pedal tone, col legno, string harmonics, dissonant, dissonance, tremolo
horror, suspense: tone clusters, scraping metal, bowed metal, aleatoric, waterphone, atonal, detuned piano, detuned
    music box
epic, drumline: taiko ensemble, war horns, trailer hits, battle drums
waltz, circus: oom pah pah, oompah waltz, musette, landler, viennese waltz, mazurka
march, drumline: fife and drum, fife, bugle call, field drums, military tattoo, sousa
circus, march: calliope, screamer march, fairground organ, big top
comedy, orchestral: boing, slide whistle, mickey mousing, sad trombone, wah wah trombone, bassoon solo, tuba solo,
    rimshot, ba dum tss
funk, lock: clavinet, horn stabs, horn hits, p funk, go go beat, wah pedal, brass stabs
lock, funk: soul train, campbellock, locking routine
waack, house: punking, vogue, voguing, studio 54, disco strings, whacking
break, funk: bgirl, b girl, toprock, power moves, uprock, headspin, head spin, backspin, footwork battle, top rock,
    air flare
popping, funk: talkbox, g funk, tutting, dime stop, animation style, electro funk, liquid dance
krump, trap: krumper, krumpers, krumping, buck session, chest pops, chest pop, stomps and jabs
k-pop, pop: j pop, girl group, idol group, point choreography, bubblegum pop, city pop
pop, rock: synthpop, power ballad, pop anthem, boy band ballad, singalong
rock, chase: blast beats, breakdown riff, thrash, mosh pit, headbanging, half stack, power chords, stoner rock, shred,
    palm mutes
dubstep, trap: dirty bass, dirty bass drop, wobbly bass, bass wobbles, wub, wubs, filthy drop, growls, brostep,
    halftime drop
synthwave, techno: gated reverb, dx7, gated drums, analog arps, darksynth
chiptune, synthwave: famicom, nes, snes, sid chip, commodore, sega, blips, bleeps, eight bit
drumline, march: snare section, cymbals, rudiments, paradiddles, stick tricks, pep band, tenor drums, halftime show,
    drum cadence, snares only, drum break
body percussion, drumline: chest slap, chest slaps, thigh slap, thigh slaps, knee slap, knee slaps, body slap, body
    slaps, foot stomp, foot stomps, just bodies, only bodies, juba, gumboot, gumboots, hambone, body drumming
street jazz, jazz: heels choreography, heels class, commercial jazz, sexy jazz, video vixen, r and b choreography
ballet jazz, jazz: show tune, showtune, fosse, musical theatre, musical theater, lyrical jazz, chorus number, cabaret
    number
"""
)
"""They say as much as the name of a style does, where none is named."""
