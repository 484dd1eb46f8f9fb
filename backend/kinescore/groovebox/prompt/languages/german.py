"""German: stems without accents, as `translation` compares them."""

WORDS = """
dog: hund, hunde, welpe
cat: katze, katzen, kater, katzchen
chases his tail: jagt seinen schwanz
viking: wikinger
storm: sturm, gewitter
ship: schiff, boot
pirate: pirat, piraten, seerauber
tavern: taverne, wirtshaus, schenke
princess: prinzessin
fairy: fee, elfe, marchen
witch: hexe, hexen
dragon: drache, drachen
monster attack: monster, ungeheuer
zombie: zombie, untote
vampire: vampir
villain: bosewicht, schurke
hero: held, heldin
abandoned house: verlassenes haus, verlassen
old man: alter mann, opa
grandma: oma, grossmutter
farewell: abschied, lebewohl
train ride: zug, zugfahrt
race car: rennwagen, autorennen
rooftops: dach, dacher
coffee shop: cafe, kaffeehaus
beach: strand
mountains: berg, berge
sunset: sonnenuntergang
morning light: morgen
spring: fruhling
horror: horrorfilm, horror
kitchen: kuche
more: lauter
more: mehr, lauter
less: weniger, leiser
: seinen, seine, seiner, seinem, sein, ihr, ihre, ihren, ihrer, uber, unter, durch, nach, vor, bei, aus, gegen
happy: frohlich, glucklich, heiter, munter, gut gelaunt, lustige laune, freudig
sad: traurig, melancholisch, wehmutig, trubselig, betrubt
dark: dunkel, dunkl, duster, finster, bedrohlich
spooky: gruselig, unheimlich, schaurig, spuk, spukhaft, grusel
epic: episch, heldenhaft, gewaltig, grossartig, monumental
calm: ruhig, entspannt, gelassen, sanft, beruhigend, friedlich, leise, zart
energetic: energisch, energiegeladen, kraftvoll, treibend, lebhaft, mitreissend, schwungvoll
dreamy: vertraumt, traumerisch, geheimnisvoll, magisch, zauberhaft, schwebend
tense: spannend, angespannt, spannung, nervos, gefahrlich, wutend, aggressiv
romantic: romantisch, liebevoll, gefuhlvoll, zartlich, liebe
funny: lustig, witzig, komisch, albern, verspielt, niedlich, drollig, suss
piano: klavier, flugel
guitar: gitarre, gitarren
acoustic guitar: akustikgitarre, westerngitarre
distorted guitar: verzerrte gitarre, verzerrte gitarren
drums: schlagzeug, trommel, trommeln
percussion: perkussion, schlagwerk
bass: bass, kontrabass
strings: streicher, geigen, streichorchester
violin: geige, violine
cello: cello, celli
flute: flote, blockflote, querflote
trumpet: trompete, trompeten
brass: blaser, blechblaser, blech, tiefes blech, posaunen
saxophone: saxofon, saxophon
organ: orgel, kirchenorgel
accordion: akkordeon, ziehharmonika
harp: harfe
bells: glocken, glocke, glockenspiel
choir: chor, kinderchor
synth: synthesizer, synthi
orchestra: orchester, orchestral
melody: melodie
vocals: gesang, stimme, stimmen
waltz: walzer
march: marsch, militarmarsch
folk: volksmusik, volkslied
lullaby: wiegenlied, schlaflied
chase: verfolgungsjagd, verfolgung, flucht
battle: kampf, schlacht, krieg
circus: zirkus, jahrmarkt
wedding: hochzeit
funeral: beerdigung, trauerfeier
christmas: weihnachten, weihnachtlich
forest: wald
sea: meer, unterwasser
space: weltraum, weltall
night: nacht
rain: regen
winter: winter, schnee
city: stadt
child: kind, kinder, baby
robot: roboter
cowboy: cowboy, wilder westen
knight: ritter, mittelalter, burg
ghost: geist, geister, gespenst, gespenster
church: kirche, kathedrale, dom
cinematic: filmmusik, filmisch, kino
advert: werbung, werbefilm
video game: videospiel, computerspiel
dance: tanz, tanzen, tanzer, tanzerin
fast: schnell, flott, rasch, rasant
slow: langsam, getragen
loud: laut
sparse: sparlich, reduziert, minimalistisch, schlicht
builds: steigert sich, wird lauter, aufbauend, ansteigend, steigernd
calms down: wird leiser, beruhigt sich, klingt aus
instead of: statt, anstatt, anstelle von
except: ausser, bis auf
with: mit
and: und, oder, sowie
only: nur, lediglich, ausschliesslich, solo, allein
but: aber, sondern, jedoch
minor: moll
major: dur
: lass, lasst, der, die, das, ein, eine, einen, einem, einer, fur, im, in, am, an, auf, von, zu, zum, zur, sehr,
    etwas, bitte,
    musik, stuck, lied, szene, klang, klange, stimmung, man, ich, mochte, will, ist, wie, als, es, den, dem, des,
    viel, wenig, bisschen, leicht, schon, hell
"""
SUFFIXES = ("er", "es", "en", "em", "e", "s", "n")
"""Endings that adjectives and nouns take."""
COMPOUNDS = (
    "musik",
    "szene",
    "stuck",
    "lied",
    "klange",
    "stimmung",
    "solo",
    "film",
    "fahrer",
    "markt",
    "tanz",
    "tag",
    "zeit",
    "gedudel",
    "geschrammel",
    "geklimper",
    "gefiedel",
    "gesumme",
    "gebimmel",
    "gezupfe",
    "getute",
    "klang",
    "klange",
    "sound",
    "sounds",
    "kram",
    "zeug",
)
"""Last parts of compound words that say nothing of the music themselves."""
WITHOUT = ("freies", "freie", "freier", "freien", "frei", "loses", "lose", "loser", "losen", "los")
"""Ends of compounds whose beginning is refused."""
