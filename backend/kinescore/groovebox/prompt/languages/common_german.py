"""What German prompts say most, as it is written there: without accents, forms and false friends spelt out."""

from __future__ import annotations

WORDS = """
: auch, er, sie, sich, was, um, da, mir, bin, dir, beim, mein, ihm, ihn, uns, euch, euer, wir, du, mich, dich, wer, wen,
    wem, wessen, wo, wohin, woher, warum, wieso, weshalb, wann, welche, welcher, wird, werden, wurde, worden, geworden,
    sind, seid, war, gewesen, hat, hast, hatte, kann, konnen, muss, musste, wollen, durfen, mag, lassen, liess, hier,
    dort, dahin, immer, jetzt, so, also, doch, ja, ob, falls, seit, trotz, jene, jeder, jede, jedem, allem, allen,
    aller, andere, anderer, einander, selbst, selber, einmal, zweimal, nochmal, sogar, fast, beinahe, kaum, etwa,
    ungefahr, genau, einfach, wirklich, echt, eigentlich, vielleicht, wohl, ziemlich, besonders, sonst, uberhaupt,
    irgendwo, irgendwie, irgendwas, niemand, nichts, mehrere, einige, manche, beide, erst, letzter, nachste, halb, hin,
    her, herum, heraus, hinaus, hinein, herein, hinauf, herauf, hinunter, herunter, runter, hoch, raus, rein, weg, los,
    vorbei, zuruck, zusammen, zuerst, zuletzt, endlich, sofort, gleich, bald, spat, fruher, heute, gestern, oft,
    manchmal, meist, meistens, davon, dazu, darin, darauf, daran, dafur, daneben, darunter, daruber, dahinter, davor,
    drauf, drin, dran, unten, links, rechts, hinten, innen, aussen, draussen, drinnen, uberall, nirgends, tag, woche,
    monat, jahr, stunde, minute, sekunde, zeit, mittag, nachmittag, vormittag, uhr morgens, alltag, augenblick, ende,
    anfang, beginn, fangt, machen, gemacht, tut, tun, getan, gibt, geben, gab, kommen, kam, kriegen, bekommen, nimmt,
    nehmen, nahm, halt, bleiben, blieb, liegen, lag, sitzen, sass, legt, legen, stellt, setzen, hangen, heisst, holt,
    holen, bringen, zeigen, sagt, sagen, sieht, sehen, sah, hort, horen, fuhlen, denken, weiss, wissen, kennt, glaubt,
    meint, braucht, passiert, geschieht, geht es, scheint, wirkt, klingen, nennt, tragen, fuhren, folgt, hilft, helfen,
    frau, mensch, leute, person, herr, dame, jungs, kerl, typ, gruppe, ding, sache, art, weise, teil, stelle, platz,
    ort, raum, zuhause, wohnung, tur, wand, boden, tisch, stuhl, bank, schrank, ecke, mitte, richtung, nahe, auge, hand,
    fuss, arm, kopf, gesicht, haar, mund, nase, ohr, finger, rucken, bauch, korper, wasser, luft, licht, farbe, rot,
    blau, grun, gelb, braun, grau, bunt, bild, ton, wort, name, text, titel, clip, einstellung, danke, gut, besser,
    beste, neu, breit, hohe, hoher, rund, voll, ganz leicht, fein, funf, sechs, sieben, acht, zehn, hundert, tausend,
    soundtrack fur, irgendein, ne, mehr als, weniger als, ab, per, je, vom, unterm, vorm, hinterm, anders, ahnlich,
    moglichst, gern, lieber, eher, egal, bloss, nun, wobei, obwohl, sowie auch, trotzdem, dennoch, jedoch nicht nur,
    allerdings, naturlich, tatsachlich, plotzlich auch, stimmt, hab, geht, sei, gar, de, hans, montag, dienstag,
    mittwoch, donnerstag, samstag, januar, februar, marz, mai, juni, juli, september, oktober, november, dezember, na,
    tja, ach, deshalb, deswegen, darum, daher, dadurch, dagegen, ausserdem, ebenfalls, genug, solche, solcher, deutlich,
    bisher, zunachst, schliesslich, frei, falsch, fertig, bereit, bevor, zudem, vollig, absolut, zumindest, kurzlich,
    beispiel, beispielsweise, folge, sinn, form, grund, weit, spitze, schluss damit, dauert, wetter, rest, genannt,
    zeug, rolle, braucht man, uhr abends, war mal, es war einmal, leider, reichen, leid tut, wechsel, wechselt,
    allerlei, bestimmt, brauche, mocht, hatte gern, suche musik, fur ein, passend, passt, geeignet, ungefahr so,
    kummern, kummert, gebeten, festen, geraten, decken, aussern, ausserhalb, innerhalb, entlang, zwei drei,
    verschiedene, einzeln, einziger, einzige, einsatz, erhalten, verwendet, vergessen, vergisst, einstieg, bereich,
    hingegen, hinweg, wesen des, handelt, handel, handlung, grade, normal, original, standard, schicken, becher, tasse,
    mucke, mukke, krass, geil, hammer, ohrwurm, droppt, laune, eingangig, dunn, schmal, staub, staubig, barfuss, eisen,
    eisern, pendel, parlament, bundestag, scharft, schleift
wakes up: aufgewacht
bed: bett
sleeping: schlaft ein, schlief
fur: fell, pelz
early: fruh, fruher morgen
rhythm: rhythmen
welding: schweissen, schweisser, schweissgerat
sweat: schweiss
opening ceremony: eroffnung, eroffnungsfeier
olympics: olympiade, olympisch
party: fete, abfeiern, abgehen, abhotten, abtanzen, abzappeln, sause, partylaune, feierlaune, ausgelassen feiern,
    partykracher, fetenhit, ballermann
club: club, tanzen gehen
hard: ballern, ballert, ballernd, drucken, wummern, wummert, wummernd, stampfend, hammert, hammernd, fett
bass: wummerbass, tiefbass, bassline, basslauf
techno: techno, tekkno, tekno, hardtekk, bumbum
groovy: groovt, groove
headphones: kopfhorer
eighties: achtziger, 80er, achtzigerjahre
80s: 80er jahre, achtziger jahre, achtzigerjahren, 80ern
90s: 90er jahre, neunziger jahre
70s: 70er jahre, siebziger jahre
60s: 60er, 60er jahre, sechziger, sechziger jahre
50s: 50er, 50er jahre, funfziger, funfziger jahre
1920s: 20er, zwanziger jahre, goldene zwanziger
1930s: 30er, 30er jahre, dreissiger, dreissiger jahre
3/4: dreivierteltakt, 3/4 takt, drei viertel takt
no: ohne jede, ganz ohne, auf keinen fall, keinesfalls, keineswegs, nix, garnicht, gar kein, gar nicht
beautiful: schoen, wunderbar, prachtig
ugly: hasslich
warm: warm
hot: heiss
cold: eisig, frieren
tender: zart, behutsam, feinfuhlig
sad: trubsal, trist, liebeskummer, leid, elend, trauert
melancholic: melancholie, wehmut, wehmutig, schwermutig, schwermut
heartbroken: gebrochenem herzen
heart: herz, seele
feeling: gefuhl
luck: gluck, gluckliches ende
happy: gluckselig, froh, vergnugt, gutgelaunt, spass, spassig, freut sich, freuen, gute laune, gutelaune
bored: langweilig, lustlos, keine lust, ode
laughs: lacht laut, grinsen, kichert
tears: trane, tranen, trane rollt
danger: lebensgefahr, riskant, not, in not, notfall, gefahrlich
evil: fies, schurkisch, boshaft
creepy: unheimlich, gruselig, schauerlich, grauenhaft, spukt, spuk, grusel, gruselt
screams: schrei, schrie
panic: panik, panisch, in panik
stress: stress, gestresst
fear: angst, furcht
poison: gift, giftig
blood: blutet
corpse: leiche, leichnam
grave: grab, gruft
knife: messer, dolch
rats: ratte
crawls: kriechen, krabbelt, krabbeln
creature: wesen, geschopf, kreatur
well: brunnen, springbrunnen
hole: loch, graben
cage: kafig
chains: kette, gefesselt
door creaks: tur knarrt, knarrende tur, knarzt, knarrt
footsteps: schritt, fussstapfen
whispers: geflustert, flusternd, raunt
sneaks: schleicht, geschlichen, auf zehenspitzen, leise schritte
burglar: einbrecher, einbruch
steals: klauen, stehlen, gestohlen
ticking: ticken, ticktack, tick tack
explosion: hochgehen, geht hoch, in die luft, es knallt
shoot: schuss
hunt: jagd, treibjagd
escape: entwischt, haut ab, rennt weg, lauft weg
running: lief, rannte, sprint, hetzt, eilt, flitzt, saust
speed: tempo, geschwindigkeit, vollgas, rasen, rast, raser
scooter: roller, motorroller, vespa
tram: strassenbahn, tram
train: bahn
wheel: rad
truck: laster, lastwagen, lkw
street: gasse, strassenrand, gehweg, burgersteig, pflaster
highway: autobahn, landstrasse
road: weg nach hause, pfad, wege
morning: morgen, morgens
dawn: morgengrauen, sonnenaufgang, tagesanbruch, dammerung
sunset: abendsonne
sun: strahl, sonnenstrahl
light: leichte, leichter, leichtes
glowing: scheint die sonne, glanzt, strahlt, funkelt, funkeln, glitzern, schimmert, schimmern
sky: firmament
earth: erde, erdball, welt, weltkugel
moon: vollmond
stars: stern, sternschnuppe, meteorit
space: universum
nature: natursendung, landschaft
leaf: blatt
flowers: blumenstrauss, bluten, blute, florist, blumenladen
forest: lichtung, tanne
grass: gras, halm
mountain: gebirge, berges, fels, felswand
stone: stein
sand: sand, sanddune, dune
ice: eis, eisflache, glatteis
snow: verschneit, schneien, schneeflocke, schneeflocken
ocean: ozean, weltmeer, welle, wogen
rain: nass, pfutze
thunder: donnert
sinking ship: sinken, untergehen, geht unter, versinkt, untergang
boat: bord, an bord, schiffs, segelboot, fahre
sailing: segelt, segel
burning: brennen, verbrennt, lodert
smoke: rauch, qualm, raucht
prairie: prarie
cowboy: westernheld
bread: brot
sugar: zucker, zuckerwatte
apple pie: apfelkuchen, streuselkuchen, pflaumenkuchen
cake: geburtstagstorte
breakfast: musli, fruhstuckt, fruhstuckstisch
smell: duftet, duft, riecht, stinkt
food: lebensmittel, gericht, speise, mahlzeit, spaghetti, nudel
fruit: obst, apfel, birne, kirsche
vegetables: gemuse, karotte, mohre, kartoffel
beer: bier, masskrug, biergarten
oktoberfest: schunkeln, schunkelt, lederhose, dirndl, jodeln, jodler, jodelt, alpenmusik
brass band: blaskapelle, blasmusik
milk: milch
bottle: flasche
glass: glas
table: esstisch, tafel
plate: teller
pan: pfanne, topf
repair: bastelt, flickt
radio: radio
television: fernseher, fernsehen
phone: telefon, handy, anruf, telefoniert
computer: tastatur, bildschirm, knackt den code
laundry: waschekorb
cleaning: wischen, reinigen, fegt, saubermachen, sauber
garbage: abfall, mulltonne
chef: kuchenchef, chefkoch
office: akten, meeting, konferenz
money: geld, munze, reich, reichtum
silver: silber
diamond: diamant, edelstein, juwel
box: kiste, kasten, schachtel, karton
bag: tasche, beutel, sack, rucksack
gift: geschenk
ball: ball
rope: seil, strick
wall: mauer
ladder: leiter
bridge: brucke
tower: turm
gate: tor, pforte
soldiers: truppe
war: krieg, gefecht
army: armee, heer, legion
weapon: waffe
spear: lanze, speer
samurai: samurai
winner: gewonnen, siegreich, gewinnt, gewinnen, gewinner, meister
team: mannschaft
football: sturmer, kicken, kicker
boxer: boxer, boxt, boxen
fist: faust
punch: schlag, schlagt zu, hieb
kick: tritt, treten
jumps: sprung, springt, sprang
stumbles: strauchelt, wanken, taumelt, torkeln, torkelt, schwankt
slips: rutschen, rutscht aus, glitscht
falls: fiel, umfallen
flying: flattert, flattern, schwirrt, flog
dances: tanzt, getanzt, tanzelt, wirbelt, wirbeln
sings: singt, sang, trallert
dancing couple: tanzpaar
hides: ducken, wegducken, duckt sich
pulls: zerren, schleppen
climbs: klettert, kraxelt, steigen
throws: schmeissen, schleudert
shattered: zerbricht, zerbrechen, bricht, brechen, kaputtgeht
opens: offnet, offnen, aufmachen, offen
closes: schliessen, zu machen, geschlossen
looks: blickt, blick, glotzt
search: sucht, suche, auf der suche
fails: scheitert, scheitern, geht schief, schiefgehen, misslingt, pech, versagt
escalates: eskalieren, chaos ausbricht
chaotic: chaotisch, drunter und druber
invisible: unsichtbar
tired: muder, schlapp
sick: krank, fieber
old: alt, altes
young: jung, junge frau, junger mann
boy: knabe, kerlchen
girl: madel
children: kinder, kids
children's birthday: kindergeburtstag
parents: eltern
uncle: onkel
aunt: tante
bride: braut, brautkleid
groom: brautigam
love: liebt, verliebte, liebe, liebhaber
hand in hand: hand in hand
waiting: wartet, warten, gewartet
letter: post, postkarte
refugees: fluchtling, vertriebene
stranger: fremder, fremde
neighbor: nachbars
crowd: menge, menschenmasse, publikum, zuschauer
worker: arbeiter, handwerker
ant: ameisenhaufen
dog: welpen, hundewelpe, bellt
cat: katz, miez, laserkatze
kitten: katzchen
animals: tier, viecher
wolf: wolfsrudel
whale: walgesang
hen: henne
mime: pantomime
circus: manege, zirkuszelt, artist
marching band: spielmannszug, marschkapelle
cheerful: frohlich, munter
optimistic: optimistisch, zuversichtlich, positiv
startup: startup, start up, grundung
presentation: prasentation, vortrag
company: unternehmen, firma, betrieb, konzern
scientist: professor
school: schultag, unterricht, heft, schulheft
university: uni, universitat, studium
skater: skater, skatet, skateboard, skaten
punk: punk
house: eurodance, hausmusik elektronisch
cabin: hutte, bude, baumhaus, waldhutte, berghutte, blockhutte, jurte, iglu
moving: bewegend, ergreifend, beruhrend, bewegt, umziehen, umzugskarton
movement: bewegung
majestic: majestatisch, wurdevoll
mighty: gewaltig, gewaltige, machtige
dark: dunkelheit, schwarze nacht, schattig
alone: allein
quiet: ganz still, leise, ruhige, ruhiger, ruhiges
silence: stille, schweigen
loud: lauter krach, krach
fast: zugig, rasend
big: gross, riesige, riesiger, riesigen
tiny: winzig
wild: wild
angry: wutend, sauer, grantig, schimpft
brave: mutig, mut, tapfere
hopeful: hofft
memory: erinnert, erinnern, vergangenheit, damals
farewell: tschuss, lebt wohl
death: todlich, totenkopf
bright: hell
lake: see, teich
council: rat
mud: mist, schlamm, matsch
fire: brand
trousers: hose
heaven: paradies, himmelreich
hell: holle, hollenfeuer
magic: magisch, zaubert, zauberhafte
castle: burg
city: innenstadt, stadtisch
italy: italien, italienisch, venedig
rome: rom, romisch
russian: russland, russisch
turkey: turkei, turkisch
arabia: arabisch, orientalisch, orient
europe: europa
america: amerika, amerikanisch
asia: asien, asiatisch
christmas: weihnacht, weihnachtsabend, heiligabend
winter: winternacht
summer: sommernacht
laser: laser, laserkanone, laserpunkt, laserstrahl, laserschwert
robot: androide
machine: maschine, maschinen, gerat
technology: technik, technologie
clock: wanduhr, turmuhr
alive: lebendig, lebt, leben
prehistoric: urzeit, steinzeitmensch
final: schluss, endszene
intro: intro, auftakt
citizens: burger
mayor: burgermeister
camp: lager, zeltlager
plain: ebene
gives: schenken, verschenkt
leaves: verlass, zieht los, bricht auf, zieht davon, verlassen
art: kunst, kunstler, kunstwerk
priest: priester, pfarrer
rehearsal: probe, probt
friend: kumpel, freund
duke: herzog, graf
bishop: bischof
knee: knie
wood: holz, holzern
iron gate: eisentor
goose bumps: gansehaut
destroys: zerstoren, vernichtet
treasure chest: schatzkiste, schatztruhe
understands: verstehen
tries: versuchen
follows: folgt ihm, folgt ihr
shocked: erschrickt, erschrecken, schockiert, schreck
disgusting: eklig, ekelhaft, ekel
naked: nackt
sharp: scharf
dry: trocken
dirty: schmutzig, dreckig, dreck
fat: dick
round: kugelrund
clever: schlau, klug
stupid: dumm, doof, blod
secret: heimlich
angry crowd: wutende menge
wind: boe
weather: unwetterwarnung
spaceship: raumkapsel
cozy: gemutlich, kuschelig
cuddling: kuscheln, kuschelt
blanket: wolldecke, bettdecke
tent: zelt
picnic: picknick, picknickdecke
playground: schaukelt
swing: swingt, lindy
bubbles: seifenblase
kite: drache steigen, drachensteigen
doll: puppenhaus
train set: modelleisenbahn, spielzeugeisenbahn
snowman: schneeballschlacht
ice skating: schlittschuhlaufen
sleigh: schlitten, rodeln
acrobat: akrobatik, trapez
juggling: jongliert, jongleur
magician: zauberkunstler
mad scientist: verruckter professor, verruckter wissenschaftler
court: gerichtssaal, prozess
news: nachricht, nachrichtensendung
quiz: quiz, ratespiel
cooking show: kochsendung
sports: sportler, sportfilm
race: rennt um die wette
slow dance: langsamer tanz, schmusesong, schmuselied
polka: stimmungsmusik
pop: schlager, popsong, popmusik
rave: rave, ravet, raver, goa
hip hop: deutschrap, rappt
rock: rockband, rocksong, luftgitarre, abrocken, rocken
metal: headbangen, headbanger
chill: chillig, chillen, abhangen, entspannen, entspannt, runterkommen
funky: funkig
robotic: roboterhaft, abgehackt, ruckartig, ruckelt
smooth: geschmeidig, fliessen
bouncy: hupfend, federnd, wippt, wippend
clumsy: tapsig, tapst, plump, tollpatschige, tollpatschiger
silly: albern, quatsch, unsinn, blodsinn
cute: suss, niedlich, knuddelig
joke: witz, gag, scherz
prank: streich, streiche, schabernack
old home: altes haus, alte haus
old man: alter herr, alten herrn
old woman: alte dame
cauldron: kessel, hexenkessel
biscuit: keks, platzchen
chase: jagt, hetzen, verfolgt
hits: schlagt, hauen
works: schuftet
kneels: knien, kniet, verbeugt sich, verneigt sich
stirs: ruhren, kneten, knetet
counts: zahlen
sparks: funke, spruhen
rainbow: regenbogen
steel: stahl, stahltrager
pedestrian zone: fussgangerzone, einkaufsstrasse
insurance: versicherung
hangs: hangt herum, baumelt
shakes: schutteln, schuttelt, ruttelt, wackeln, wackelt, wackelig
trembling: zittern, zittert, bebt
breathes: atmen, keucht
dies: stirbt, sterben, verstorben, gestorben, verstarb, starb
kills: totet, ermordet
hears: horcht, lauschen, belauscht
speaks: redet, reden, spricht, sprechen, plaudert, erzahlen
calls: ruft, rufen, ruft an, klingelt, klingeln
asks: fragen, bittet
knocks: klopfen
rings: lautet, lauten
plays: gespielt, spielt klavier, spielt geige
eats: isst, frisst, knabbert, mampft, verschlingt
drinks: trinkt, schlurft
feeds: futtert, futter
cooking: brat, grillen
washing: badet, baden, duschen
cuts: schneidet, schneiden, sagt ab, hackt holz
paints: malt, zeichnet, zeichnen, streicht
writes: notiert
pushes: schubsen, druckt weg, stosst
catches: fangen, schnappt, erwischt
loses: verlor
forgive: vergibt, verzeiht
celebrating: gefeiert, jubelt
smiles: lachelt, lacheln, schmunzelt
hugs: umarmt, umarmen, drucken sich, umarmung
kisses: kusst, kussen, kuss
marries: heiratet, heiraten
drives: fuhr
arrives: ankommen, kommt an, erreicht
returns home: kehrt heim, kommt heim, kehrt zuruck, heimkehrt
waits: wartend
dreams: traumen
grows: wuchs, gedeiht
shrinks: schrumpfen
melts: taut
freezes: gefriert, erstarrt, einfrieren
floats: schwebt, schweben, gleitet, gleiten
dives: abtauchen
drowning: ertrinken
rolls: rollt, kugelt
turns around: umdrehen, dreht sich um
crashes: krachen, prallt, zusammenstosst
bursts: platzen
collapses: sturzt ein, zusammenbricht
approaches: nahert, naht, nahern
appears: erscheint, auftaucht, taucht auf
disappears: verschwindet, verschwinden, verschwunden, verblasst
hero pose: heldenpose
superhero: superheld
villain: schurken
trip: ausflug
hill: hugel
furniture: mobel
helmet: helm
muscles: muskel
tool: werkzeug
honey: honig
socks: socken
flag: fahne, flagge
invention: erfindung
monument: denkmal, statue
shirt: hemd, anzug
ring: ringe
train tracks: schienen, gleis
sauna: sauna
wound: wunde
scar: narbe
ashes: asche
crossroads: kreuzung
lamp: lampe, gluhbirne
harvest: ernte, erntedank
prince: furst
tooth: zahn
nail: nagel
barrel: fass
air: atemluft
steam: dampf, dampft
tomato: tomate
cigarette: zigarette
feather: feder
mill: muhle
pillar: saule
terrace: terrasse, balkon
bean: bohne
grain: korn, getreide
spoon: loffel
fork: gabel
scissors: schere
wheelchair: rollstuhl
mushroom: pilz
onion: zwiebel
abyss: abgrund
hangar: hangar
paper plane: papierflieger
origami: origami
insects: fliege, wespe
ladybug: marienkafer
grasshopper: grashupfer, heuschrecke
spider: spinnennetz
flamingo: flamingo
dinosaur: dino, saurier
mammoth: mammut
hamster: hamster, meerschweinchen
kangaroo: kanguru
koala: koala
beaver: biber
cuckoo clock: kuckucksuhr
gondola: gondel
cable car: seilbahn
roller coaster: achterbahn
ferris wheel: riesenrad
stairs: rolltreppe
petrol station: tankstelle
traffic: ampel
traffic jam: stau
pool: schwimmbad, freibad, pool
restaurant: gasthof, wirt, kneipier, speisesaal
cathedral: dom, munster
pilgrim: pilger
baptism: taufe
easter: ostern
valentine: valentinstag, valentinsgruss
mother's day: muttertag
new year: silvesternacht
freedom: befreiung
envy: neid, neidisch
rage: zorn, rasend vor wut
desire: begierde, verlangen
grief: trauer
shame: scham
pride: hochmut
bliss: wonne, seligkeit
innocent: unschuldig
cruel: grausam
holy: heilig
weird: seltsam, merkwurdig, schrag, skurril, bizarr
solid: solide
soft: weich
damp: feucht
steep: steil
endless: unendlich, endlos, ewig
heroic: heroisch
dramatic: dramatisch
playful: verspielte, verspielter
relaxed: entspannte, entspannter
driving: treibende, treibender, treibendes
psychedelic: psychedelisch
sensual: sinnlich, erotisch
mysterious: geheimnisvoller
nostalgic: wehmutige
urban: urban
tribal: trommelnd, stammestanz, ritual
chicken: huhnerstall
abandoned: verlassene, verlassener, verlassenen, verlassenes
gets stuck: feststeckt, steckt im
silent: lautlos, gerauschlos, tonlos
shipwreck: wrack, schiffswrack
top hat: zylinder
knitting: stricken
rages: tobt, wutet
blows: weht, wehen, pustet
packs: packen
mixes: mixt, mischt
liquid: flussigkeit
chimney: schornstein
crystal: kristall
veteran: veteran, kriegsveteran
temple: heiligtum
fairground: rummelplatz, kirmesplatz
hen party: junggesellinnenabschied
school trip: klassenfahrt
first love: erste liebe
first day of school: erster schultag
breakup: schlussmachen, liebesaus, macht schluss
reunion: klassentreffen
washing up: abwasch, geschirr
gardening: gartnern, gartenarbeit, giessen
distorted: verzerrt
less drums: wenig schlagzeug, wenig trommeln, wenig drums, kaum schlagzeug
less bass: wenig bass
less guitar: wenig gitarre
latin: lateinamerikanisch, lateinamerika, latino
vinyl: vinyl, vinylknistern, schallplatte, plattenspieler
backyard: hinterhof, innenhof
chamber music: hausmusik, kammermusik
horse riding: ritt, ausritt
newborn baby: neugeborene, neugeborener
axe: beil
funeral: begraben, bestattung
coffin: sarge
holds: halt fest, festhalten
last day of school: letzter schultag
carriage: kutsche
lands: landet, gelandet
starts: startet, los gehts
gone: verschollen, weggelaufen
pregnant: schwanger
divorce: scheidung, geschieden
thirsty: durst, durstig
hungry: hunger
drunk: betrunken, besoffen, beschwipst
sneeze: niesen
yawns: gahnen
snores: schnarchen
sleepwalker: schlafwandler
sailor: seefahrer, seebar
lifeguard: bademeister, rettungsschwimmer
butcher: metzger, fleischer, schlachter
carpenter: tischler, schreiner, zimmermann
plumber: klempner
electrician: elektriker
mechanic: mechaniker
mason: maurer
window cleaner: fensterputzer
librarian: bibliothekar
secretary: sekretar
banker: banker, bankier
sniper: scharfschutze
assassin: morderin
hostage: geisel
kidnapping: entfuhrung, entfuhrt
torture: folter, foltert
gallows: galgen, henker, scharfrichter
catacombs: katakomben
labyrinth: labyrinth, irrgarten
secret passage: geheimgang
treasure hunt: schnitzeljagd
shipwrecked: schiffbruchig, gestrandet
desert island: einsame insel
raft: floss
anchor: anker
iceberg: eisberg
northern lights: nordlicht, polarlicht
fjord: fjord
drought: durre
comet: komet
satellite: satellit
hologram: hologramm
clone: klon
mutant: mutant
cyborg: cyborg
drone: drohne
hourglass: sanduhr
typewriter: schreibmaschine
gramophone: grammophon
merry go round: ringelspiel
domino: domino, dominosteine
card game: kartenspiel, poker, spielkarten
casino: casino, spielbank, roulette
dice: wurfel
lottery: lotto, lottogewinn
wrestler: ringer
fencing: fechten, fechter
archery: bogenschiessen
gymnast: turner
high jump: hochsprung, weitsprung
marathon: marathonlauf
rowing: ruderboot, ruderer
surfing: surferin
snowboarding: snowboard
parachute: fallschirm, fallschirmsprung
bungee jump: bungee
hot air balloon: heissluftballon
zeppelin: zeppelin, luftschiff
trench: schutzengraben
bombing: bombenangriff, bomben fallen
siege: belagert
catapult: katapult
crossbow: armbrust
armor: kettenhemd
squire: knappe
jester: hofnarr, narr
minstrel: minnesanger, spielmann, barde
druid: druide
shaman: schamane, schamanin
prophecy: prophezeiung
amulet: amulett
crystal ball: kristallkugel
fortune teller: wahrsager
gargoyle: wasserspeier
sea monster: riesenkrake
yeti: schneemensch
minotaur: minotaurus
centaur: zentaur
pegasus: pegasus
griffin: greif
garden gnome: gartenzwerg
teapot: teekanne
frying pan: bratpfanne
pancakes: pfannkuchen
pizza: pizza, pizzabote
sushi: sushi
burger: burger king, hamburger
barbecue: grillparty, grillfest
buffet: buffet
cocktail: cocktails
champagne: sekt, champagner
toast: anstossen, prost
wedding: hochzeitstorte
honeymoon: flitterwochen
proposal: heiratsantrag, antrag
first kiss: erster kuss
cheating: seitensprung, fremdgehen
blind date: blind date
baby: kinderwagen
diaper: windel
tooth fairy: zahnfee
santa claus: nikolaus
reindeer: rentier
gingerbread: lebkuchen
christmas tree: christbaum, weihnachtsbaum, tannenbaum
advent: adventskranz
easter bunny: osterhase
carnival: karnevalsumzug
fireworks: boller, raketen steigen
bonfire: osterfeuer, scheiterhaufen
lantern festival: laternenumzug
harvest festival: erntedankfest
wine festival: weinfest
auction: auktion, versteigerung
strike: demonstration
election: wahl, wahlkampf
interview: interview
classroom: schulbank, tafelbild
exam: klausur
graduation: abitur, abiball
bully: schulhofschlager, mobbing
nurse: hebamme
tailor: schuster, schuhmacher
suspense: falltur
"""
"""Rows "meaning: word, word", as in the tables of the languages, which these rows overrule."""
