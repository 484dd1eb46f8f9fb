"""What German prompts say most, as it is written there: without accents, forms and false friends spelt out."""

from __future__ import annotations

WORDS = """
: auch, er, sie, sich, was, um, da, mir, bin, dir, beim, mein, dein, sein, ihr, ihre, ihren, ihrer, ihres, ihrem, ihm,
    ihn, ihnen, uns, unser, unsere, unseren, euch, euer, wir, du, es, mich, dich, wer, wen, wem, wessen, wo, wohin,
    woher, warum, wieso, weshalb, wann, welche, welcher, welches, wird, werden, wurde, wurden, worden, geworden, sind,
    seid, war, waren, gewesen, haben, habe, hat, hast, hatte, hatten, kann, konnen, konnte, konnten, muss, mussen,
    musste, mussten, soll, sollen, sollte, sollten, wollen, wollte, wollten, darf, durfen, durfte, mag, mochten, lasst,
    lassen, liess, hier, dort, da, dahin, immer, jetzt, gerade, eben, so, also, doch, ja, nein, denn, weil, dass, ob,
    wenn, falls, bis, seit, nach, vor, bei, aus, uber, unter, hinter, neben, zwischen, gegen, durch, wahrend, wegen,
    trotz, diese, dieser, dieses, diesem, diesen, dies, jene, jeder, jede, jedes, jedem, jeden, alle, allem, allen,
    aller, alles, andere, anderen, anderer, anderes, einander, selbst, selber, mal, einmal, zweimal, nochmal, noch,
    wieder, sogar, fast, beinahe, kaum, etwa, ungefahr, genau, einfach, richtig, wirklich, echt, eigentlich, vielleicht,
    wohl, ziemlich, besonders, sonst, uberhaupt, irgendwo, irgendwie, irgendwas, jemand, jemanden, niemand, niemanden,
    nichts, etwas, viele, vielen, mehrere, einige, manche, beide, beiden, erst, erste, ersten, erster, letzte, letzten,
    letzter, letztes, nachste, nachsten, ganze, ganzen, halb, halbe, hin, her, herum, heraus, hinaus, hinein, herein,
    hinauf, herauf, hinunter, herunter, runter, hoch, raus, rein, weg, weiter, los, vorbei, zuruck, zusammen, zuerst,
    zuletzt, endlich, sofort, gleich, bald, spat, spater, fruher, heute, gestern, oft, manchmal, meist, meistens,
    bereits, davon, dabei, dazu, darin, darauf, daran, dafur, damit, daneben, darunter, daruber, dahinter, davor, drauf,
    drin, dran, oben, unten, links, rechts, vorne, vorn, hinten, innen, aussen, draussen, drinnen, uberall, nirgends,
    tag, tage, tagen, woche, wochen, monat, monate, jahr, jahre, jahren, stunde, stunden, minute, minuten, sekunde,
    sekunden, zeit, zeiten, mittag, nachmittag, nachmittags, vormittag, uhr morgens, alltag, augenblick, ende, anfang,
    beginn, beginnt, beginnen, anfangen, fangt, macht, machen, gemacht, tut, tun, getan, gibt, geben, gab, kommt,
    kommen, kam, kamen, kriegt, kriegen, bekommt, bekommen, nimmt, nehmen, nahm, halt, halten, bleibt, bleiben, blieb,
    liegt, liegen, lag, sitzt, sitzen, sass, legt, legen, stellt, stellen, setzt, setzen, hangt, hangen, heisst,
    holt, holen, bringt, bringen, zeigt, zeigen, sagt, sagen, sieht, sehen, sah, hort, horen, fuhlt, fuhlen,
    denkt, denken, weiss, wissen, kennt, glaubt, meint, braucht, brauchen, passiert, geschieht, geht es, scheint, wirkt,
    klingt, klingen, klang, nennt, tragt, tragen, fuhrt, fuhren, folgt, folgen, hilft, helfen, frau, frauen, mann,
    manner, mannern, mensch, menschen, leute, leuten, person, personen, herr, dame, damen, jungs, kerl, typ, gruppe,
    ding, dinge, sache, sachen, art, weise, teil, teile, seite, seiten, stelle, platz, ort, orte, raum, zimmer, haus,
    hause, zuhause, wohnung, tur, turen, wand, boden, tisch, stuhl, bank, schrank, weg, ecke, mitte, richtung, nahe,
    auge, augen, hand, hande, handen, fuss, fusse, fussen, bein, beine, beinen, arm, arme, kopf, gesicht, gesichter,
    haar, haare, mund, nase, ohr, ohren, finger, rucken, bauch, korper, wasser, luft, licht, lichter, farbe,
    farben, rot, rote, roten, blau, grun, grune, gelb, weisse, braun, grau, bunt, bild, bilder, ton, tone, wort, name,
    text, titel, clip, kamera, einstellung, bitte, danke, gut, gute, guter, gutes, guten, besser, beste, besten, neu,
    neue, neuen, neuer, neues, lang, lange, langen, langer, kurz, kurze, kurzen, breit, hohe, hohen, hoher, rund, voll,
    volle, ganz leicht, bisschen, fein, wenig, zwei, drei, vier, funf, sechs, sieben, acht, neun, zehn, hundert,
    tausend, soundtrack fur, irgendeine, irgendein, nen, ne, mehr als, weniger als, ab, per, je, ins, ans, aufs, vom,
    ubers, furs, durchs, unterm, vorm, hinterm, anders, ahnlich, moglichst, gern, gerne, lieber, eher, egal, bloss, nun,
    wobei, obwohl, sowie auch, trotzdem, dennoch, jedoch nicht nur, allerdings, naturlich, tatsachlich, plotzlich auch
wakes up: aufwacht, erwacht, wacht auf, aufgewacht
bed: bett, betten, bettchen
sleeping: einschlafen, einschlaft, schlaft ein, schlief
fur: fell, pelz
early: fruh, fruhe, fruhen, fruher morgen
rhythm: takt, rhythmus, rhythmen
welding: schweissen, schweisst, schweisser
sweat: schweiss
opening ceremony: eroffnung, eroffnungsfeier
olympics: olympiade, olympisch, olympische spiele, olympischen spiele
party: party, fete, abfeiern, abgehen, abhotten, abtanzen, abzappeln, sause, partylaune, feierlaune, ausgelassen feiern
club: club, klub, tanzflache, tanzen gehen
hard: ballern, ballert, ballernd, ballernde, knallt, knallen, drucken, druckend, wummern, wummert, wummernd, stampfend,
    stampfende, stampfender, hammert, hammernd, fett, fetter, fette, fettes, fetten
bass: wummerbass, basse, bassen, tiefbass, bassline, basslauf
techno: techno, tekkno, tekno, hardtekk, bumbum
groovy: groovig, groovt, groove
headphones: kopfhorer
eighties: achtziger, achtzigern, 80er, achtzigerjahre
80s: 80er jahre, achtziger jahre, achtzigerjahren, 80ern
90s: 90er jahre, neunziger jahre, neunzigern, 90ern
70s: 70er jahre, siebziger jahre, siebzigern, 70ern
60s: 60er, 60er jahre, sechziger, sechzigern, sechziger jahre
50s: 50er, 50er jahre, funfziger, funfzigern, funfziger jahre
1920s: 20er, zwanzigern, zwanziger jahre, goldene zwanziger, goldenen zwanziger
1930s: 30er, 30er jahre, dreissiger, dreissiger jahre
3/4: dreivierteltakt, 3/4 takt, drei viertel takt
no: ohne jede, ohne jeden, ohne jedes, ganz ohne, auf keinen fall, keinesfalls, keineswegs, nix, garnicht, gar kein,
    gar keine, gar nicht
beautiful: schön, schöne, schöner, schönes, schönen, schoen, schoene, wunderbar, wunderschone, prachtig, hubsche, herrliche
ugly: hasslich, hassliche, hasslicher
warm: warm, warme, warmer, warmes, warmen
hot: heiss, heisse, heisser, heissen
cold: kalte, kalter, kaltes, eisig, eisige, eisiger, frieren, friert
tender: zart, zarte, zarter, behutsam, feinfuhlig, liebevoll
sad: traurige, trauriger, trubsal, trist, betrubt, kummer, liebeskummer, leid, elend, trauert, trauern
melancholic: melancholie, wehmut, wehmutig, schwermutig, schwermut
heartbroken: herzschmerz, gebrochenes herz, gebrochenem herzen
heart: herz, herzen, herzens
soul: seele, seelen
feeling: gefuhl, gefuhle, gefuhlen
luck: gluck, gluckliches ende
happy: gluckselig, froh, frohe, vergnugt, gut gelaunt, gutgelaunt, heitere, heiter, spass, spassig, freut sich, freuen
bored: langweilig, lustlos, keine lust, ode
laughs: lacht laut, grinst, grinsen, kichert
tears: trane, tranen, trane rollt
danger: lebensgefahr, riskant, gefahrliche
evil: bose, boser, bosen, fies, fiese, fieser, schurkisch, boshaft
creepy: unheimlich, gruselig, gruselige, gruseliger, schauerlich, grauenhaft, spukt, spuk, grusel, gruselt
screams: schrei, schreie, schrie
panic: panik, panisch, in panik
stress: stress, stressig, gestresst, hektisch
fear: angst, angste, furcht, furchten
nightmare: alptraum, albtraum, alptraume, albtraume
poison: gift, giftig, giftige
blood: blut, blutig, blutige, blutet
corpse: leiche, leichen, leichnam
grave: grab, graber, gruft
knife: messer, dolch
curse: fluch, verflucht
rats: ratte, ratten, rat und ratte
crawls: kriecht, kriechen, krabbelt, krabbeln
creature: wesen, geschopf, kreatur
well: brunnen, springbrunnen
hole: loch, locher, graben
cage: kafig
chains: kette, ketten, gefesselt
door creaks: tur knarrt, knarrende tur, knarzt, knarrt
footsteps: schritt, schritte, schritten, fussstapfen
shadow: schatten, schattig
whispers: flustert, geflustert, flusternd, raunt
sneaks: schleicht, geschlichen, auf zehenspitzen, leise schritte
burglar: einbrecher, einbrecherin, einbruch
steals: klaut, klauen, stiehlt, stehlen, gestohlen
bomb: bombe, bomben, zeitbombe
ticking: tickt, ticken, tickend, ticktack
explodes: hochgehen, geht hoch, explodiert, in die luft
shoot: schuss, schusse
hunt: jagd, treibjagd
escape: fluchten, entkommt, entwischt, haut ab, rennt weg, lauft weg
running: lief, rannte, sprint, hetzt, eilt, flitzt, saust
speed: tempo, geschwindigkeit, vollgas, rasen, rast, raser
scooter: roller, motorroller, vespa
tram: strassenbahn, tram
train: zuge, zugen, zug kommt, bahn
wheel: rad, rader
truck: laster, lastwagen, lkw
street: gasse, strassenrand, gehweg, burgersteig, pflaster
highway: autobahn, landstrasse
road: weg nach hause, pfad, wege
morning: morgen, morgens, montagmorgen
dawn: morgengrauen, sonnenaufgang, tagesanbruch, daemmerung, dammerung
sunset: sonnenuntergang, abendrot, abendsonne
light: strahl, strahlen, sonnenstrahl
glowing: scheint die sonne, glanzt, strahlt, funkelt, funkeln, glitzern, schimmert, schimmern, leuchtet
sky: himmel, firmament
earth: erde, erdball, welt, welten, weltkugel
moon: mondlandung, mondlicht, vollmond
stars: stern, sterne, sternen, sternschnuppe, sternschnuppen
space: weltall, universum, all und sterne, raumfahrt
nature: natur, natursendung, landschaft, landschaften, naturfilm
leaf: blatt, blatter, blattern
flowers: blumenstrauss, blumenwiese, bluten, blute
forest: waldchen, waldes, walder, lichtung, tannen, tanne
grass: gras, grases, halm
mountain: gebirge, berges, gipfel, felsen, fels, felswand
stone: stein, steine, steinen
sand: sand, sanddune, dune, dunen
ice: eis, eisflache, glatteis
snow: verschneit, verschneite, verschneiten, schneit, schneien, schneeflocke, schneeflocken
ocean: ozean, weltmeer, welle, wogen
rain: regentag, regnet, nass, nasse, nassen, pfutze, pfutzen
thunder: donner, donnert, blitz, blitze
sinking: sinkt, sinken, untergehen, geht unter, versinkt
boat: bord, an bord, schiffs, segelboot, fahre
sailing: segeln, segelt, segel
burning: brennen, brennend, brennende, verbrennt, lodert
smoke: rauch, qualm, raucht
dust: staub, staubig, staubige
desert: wuste, steppe
prairie: prarie
ride: ritt, ausritt, reitet
cowboy: revolverheld, westernheld, cowboys
bread: brot, brotchen
sugar: zucker, zuckerwatte
apple pie: apfelkuchen, streuselkuchen, pflaumenkuchen
cake: torte, torten, geburtstagstorte
breakfast: muesli, musli, fruhstuckt, fruhstuckstisch
smell: duftet, duft, riecht, stinkt
food: lebensmittel, gericht, speise, speisen, mahlzeit
fruit: obst, apfel, birne, kirsche, kirschen
vegetables: gemuse, karotte, mohre, kartoffel, kartoffeln
beer: bier, biere, masskrug, masskruge, biergarten
oktoberfest: bierzelt, schunkeln, schunkelt, bayerisch, bayerische, bayerischen, lederhose, dirndl, oktoberfest
brass band: blaskapelle, blasmusik, blasorchester
milk: milch
bottle: flasche, flaschen
glass: glas, glaser
cup: tasse, becher
table: esstisch, tafel
plate: teller
pan: pfanne, topf, topfe
repairs: repariert, bastelt, basteln, flickt, schraubt
radio: radio, radios
television: fernseher, fernsehen
phone: telefon, handy, anruf, telefoniert
computer: tastatur, bildschirm, knackt den code
hacker: hacker, hackt
laundry: waschekorb
cleaning: wischt, wischen, reinigt, reinigen, fegt, saubermachen, sauber
garbage: mull, abfall, mulltonne
chef: kuchenchef, chefkoch
boss: chef, chefin, boss, vorgesetzter
office: buro, buros, akten, schreibtisch, meeting, konferenz
money: geld, geldes, munze, munzen, reich, reichtum
gold: golden, goldene, goldenen, goldener
silver: silber, silbern
diamond: diamant, diamanten, edelstein, juwel, juwelen
box: kiste, kasten, schachtel, karton
bag: tasche, beutel, sack, rucksack
gift: geschenk, geschenke
ball: ball, balle
rope: seil, seile, strick
wall: mauer, mauern
ladder: leiter
bridge: brucke, brucken
tower: turm, turme
hall: halle, hallen, saal
gate: tor, tore, pforte
ruins: ruine, ruinen
king: konigs, thron
soldiers: truppe
war: krieg, kriegs, kriege, gefecht
army: armee, heer, legion
weapon: waffe, waffen
spear: lanze, lanzen, speer
warrior: krieger, kriegerin, kampfer
samurai: samurai, samurais
winner: sieger, siegerin, siegt
defeat: besiegt, geschlagen
team: mannschaft, mannschaften
football: torwart, elfmeter, sturmer, kicken, kicker
boxer: boxer, boxerin, boxt, boxen
fist: faust, fauste
training: trainiert, ubt, training
punch: schlag, schlagt zu, hieb
kick: tritt, treten
jumps: sprung, sprunge, springt, sprang, hopst, hupfen, hupft, hopsen
stumbles: strauchelt, stolpert, stolpern
slips: rutscht, rutschen, rutscht aus, glitscht
falls: fallt, fiel, umfallt, umfallen, sturzt, purzelt, plumpst
flies: fliegt, flog, flattert, flattern, schwirrt
dances: tanzt, tanzte, getanzt, tanzelt, wirbelt, wirbeln
sings: singt, sang, trallert, summt
dancing couple: tanzpaar, tanzpaare
hides: duckt, ducken, wegducken, duckt sich, versteckt
pulls: zieht, zerrt, zerren, schleppt, schleppen
climbs: klettert, kraxelt, steigt, steigen
throws: wirft, schmeisst, schmeissen, schleudert
breaks: zerbricht, zerbrechen, zerbrochen, bricht, brechen, kaputtgeht
opens: offnet, offnen, aufmachen, offen, offene
closes: schliesst, schliessen, zu machen, geschlossen
looks: schaut, blickt, blick, blicke, starrt, guckt, glotzt
search: sucht, suche, auf der suche
discovers: entdeckt, entdecken, erforscht
wins: gewonnen, siegreich
fails: scheitert, scheitern, geht schief, schiefgehen, misslingt, pech
escalates: eskaliert, eskalieren, chaos ausbricht
chaotic: chaotisch, chaos, drunter und druber, durcheinander
invisible: unsichtbar, unsichtbare, unsichtbaren
tired: mude, muden, muder, erschopft, schlapp
sick: krank, kranker, kranke, fieber
old: alt, alte, alten, alter, altes
young: jung, junge frau, junger mann, junges
boy: bub, knabe, kerlchen
girl: madel, madchens
children: kinder, kindern, kids, kinderchen
children's birthday: kindergeburtstag, kindergeburtstage
child: kind, kindes
parents: eltern
uncle: onkel
aunt: tante
grandpa: opa, opas, opi, grosspapa
grandma: oma, omas, omi
bride: braut, brautkleid
groom: brautigam
love: liebt, verliebte, liebe, liebes, liebhaber
hand in hand: hand in hand
waiting: wartet, warten, gewartet
letter: brief, briefe, briefchen, post, postkarte
refugees: fluchtling, fluchtlinge, vertriebene
stranger: fremder, fremde
neighbor: nachbars
crowd: menge, menschenmasse, publikum, zuschauer
worker: arbeiter, arbeiterin, handwerker
ant: ameise, ameisen, ameisenhaufen
dog: hund, hunde, hundes, welpen, hundewelpe, bellt
cat: katz, miez, kater, laserkatze
kitten: katzchen, katzenbaby
animals: tier, tiere, tieren, viecher
wolf: wolfen, wolfsrudel
whale: wal, wale, walgesang
shell: muschel, muscheln
dragon: drachens, drachen
owl: uhu
hen: henne
stage: buhne, buhnen, vorhang
mime: pantomime, pantomimen
circus: zirkus, manege, zirkuszelt, artist, artisten
carnival: fasching, karneval, fasnacht
parade: umzug, umzuge
marching band: spielmannszug, marschkapelle
cheerful: frohlich, frohliche, frohlicher, froehlich, lustige, lustiger, munter, muntere
optimistic: optimistisch, optimistische, zuversichtlich, positiv
modern: modern, moderne, moderner, zeitgemass
startup: startup, start up, grundung
presentation: prasentation, prasentationen, vortrag
company: unternehmen, firma, betrieb, konzern
scientist: wissenschaftlerin, forscherin, professor
school: schulhof, schultag, schulen, unterricht
university: uni, universitat, studium
skater: skater, skaterin, skatet, skateboard, skaten
punk: punkrock, punk, punkig
house: eurodance
moving: bewegend, ergreifend, beruhrend, bewegt
movement: bewegung, bewegungen
majestic: majestatisch, erhaben, wurdevoll
mighty: gewaltig, gewaltige, gewaltiger, machtige
gloomy: duster, dustere, dusterer, finster, finstere
dark: dunkel, dunkle, dunkler, dunkles, dunkelheit, schwarze nacht
empty: leer, leere, leeren, leerer, leeres
alone: einsame, einsamer, allein, alleine, ganz allein
quiet: ganz still, leise, leiser, leises, leisen, ruhige, ruhiger, ruhiges
silence: stille, schweigen, schweigt
loud: laute, lauter krach, krach, larm
fast: schneller, schnelle, schnelles, schnellen, zugig, rasend
slow: langsamer, langsame, langsames, gemachlich
slow motion: zeitlupe, in zeitlupe
heavy: schwere, schwerer, schwerfallig
light: leichte, leichter, leichtes
big: gross, grosse, grosser, grosses, grossen, riesige, riesiger, riesigen
tiny: winzig, winzige, kleine, kleiner, kleines, kleinen, klein
wild: wild, wilde, wilder, wildes
angry: wutend, sauer, bose auf, grantig, brullt, schimpft
shy: schuchtern, schuchterne
brave: mutig, mutige, mut, tapfere
proud: stolz, stolze
hopeful: hoffnung, hofft
lost: verloren, verlorene, verlassene, verlassener
memory: erinnert, erinnern, vergangenheit, damals
farewell: abschied, tschuss, lebt wohl
death: tod, tods, todes, todlich, totenkopf
bright: hell, helle, heller, helles, hellen
lake: see, seen, teich
council: rat
mud: mist, schlamm, matsch
fire: brand, brande
trousers: hose, hosen, rock und bluse
danger: not, in not, notfall
heaven: paradies, himmelreich
hell: holle, hollenfeuer
magic: magie, magisch, zauber, zaubert, zauberei, zauberhafte
witch: hexe, hexen, hexerei
castle: schloss, schlosser, burg, burgen
village: dorf, dorfes, dorfchen
city: stadt, stadten, grossstadt, innenstadt, stadtisch
italy: italien, italienisch, venedig
rome: rom, romer, romisch
russia: russland, russisch
turkey: turkei, turkisch, turkische
arabia: arabisch, arabische, orientalisch, orientalische, orient
europe: europa
america: amerika, amerikanisch
asia: asien, asiatisch
christmas: weihnacht, weihnachtsabend, heiligabend, weihnachtsmann
winter: winter, winters, winternacht
summer: sommers, sommerlich, sommerliche, sommernacht
laser: laser, laserkanone
robot: roboter, robotern, androide
machine: maschine, maschinen, gerat
technology: technik, technologie
clock: uhr, wanduhr, turmuhr
scarecrow: vogelscheuche, vogelscheuchen
alive: lebendig, lebt, leben
prehistoric: urzeit, steinzeitmensch
fire: feuer, feuers
final: schluss, schlussszene, endszene, finale
intro: intro, auftakt
: stimmt, hab, geht, sei, gar, des, de, hans, montag, dienstag, mittwoch, donnerstag, freitag, samstag, januar, februar,
    marz, mai, juni, juli, september, oktober, november, dezember, na, ne, tja, ach, deshalb, deswegen, darum, daher,
    dadurch, dagegen, ausserdem, ebenfalls, genug, solche, solcher, deutlich, bisher, zunachst, schliesslich, frei,
    freie, falsch, fertig, bereit, bevor, zudem, vollig, absolut, zumindest, kurzlich, beispiel, beispielsweise,
    folge, szenen, sinn, form, grund, weit, spitze, schluss damit, dauert, dann, wetter, rest, genannt, zeug, rolle,
    rollen, braucht man, uhr abends, konnt, war mal, es war einmal, leider, reichen, reicht, leid tut, wechsel, wechselt,
    allerlei, bestimmt, brauche, mochte, mocht, hatte gern, suche musik, fur ein, fur eine, passend, passende, passt,
    geeignet, ungefahr so, kummern, kummert, gebeten, festen, geraten, decken, aussern, ausserhalb, innerhalb, entlang,
    darunter, mitten, zwei drei, verschiedene, verschiedenen, einzeln, einzelne, einziger, einzige, einsatz, erhalten,
    verwendet, vergessen, vergisst, einstieg, bereich, hingegen, hinweg, wesen des
citizens: burger, burgern
mayor: burgermeister
camp: lager, zeltlager
plain: ebene
gives: schenken, schenkt, verschenkt
leaves: verlasst, verlaesst, verlass, zieht los, bricht auf, zieht davon
iron: eisen, eisern
art: kunst, kunstler, kunstlerin, kunstwerk
priest: priester, pfarrer
rehearsal: probe, proben, probt
friend: kumpel, kumpels, freund
duke: herzog, graf, grafin
bishop: bischof
knee: knie
wood: holz, holzern
iron gate: eisentor
goose bumps: gansehaut
danger: gefahrlich
destroys: zerstort, zerstorte, zerstoren, vernichtet
treasure chest: schatzkiste, schatztruhe
understands: verstehen, versteht
tries: versuchen, versucht
follows: folgt ihm, folgt ihr
shocked: erschrickt, erschrecken, schockiert, schreck
disgusting: eklig, ekelhaft, ekel
naked: nackt
sharp: scharf
dry: trocken
dirty: schmutzig, dreckig, dreck
thin: dunn, schmal
fat: dick, dicke, dicker
round: kugelrund
deep: tief, tiefe, tiefer
clever: schlau, klug
stupid: dumm, doof, blod
secret: heimlich, geheim, geheime, geheimnis
angry crowd: wutende menge
wind: windig, boe, boen
weather: unwetterwarnung
spaceship: raumschiffe, raumkapsel
fails: versagt
saves: rettet, retten, gerettet
builds a house: baut ein haus
house: villa, hutte, bude, baumhaus
cabin: waldhutte, berghutte, blockhutte
cozy: gemutlich, gemutliche, kuschelig
cuddling: kuscheln, kuschelt
blanket: wolldecke, bettdecke
campfire: lagerfeuer, kaminfeuer, kamin
tent: zelt, zelte
picnic: picknick
swing: schaukel, schaukelt, schaukeln
slide: rutsche
playground: spielplatz, sandkasten
bubbles: seifenblase, seifenblasen
kite: drache steigen, drachensteigen
doll: puppenhaus
train set: modelleisenbahn, spielzeugeisenbahn
snowman: schneemann, schneeballschlacht
ice skating: schlittschuh, schlittschuhe, eislaufen, eislauf, schlittschuhlaufen, eiskunstlauf
sleigh: schlitten, rodeln
ballet: ballett, spitzentanz
ballerina: ballerina, balletttanzerin
acrobat: akrobat, akrobatin, akrobatik, seiltanzer, seiltanzerin, trapez
juggling: jongliert, jongleur
magician: zauberkunstler, zaubertrick, zaubershow
mad scientist: verruckter professor, verruckter wissenschaftler
court: gerichtssaal, prozess
news: nachricht, nachrichten, nachrichtensendung
quiz: quiz, quizshow, ratespiel
cooking show: kochshow, kochsendung
sports: sportler, sportlerin, sportfilm
race: rennt um die wette, wettlauf
slow dance: langsamer tanz, schmusesong, schmuselied
polka: polka, stimmungsmusik
pop: schlager, schlagermusik
oktoberfest: jodeln, jodler, jodelt, alpenmusik
rave: rave, ravet, raver, goa
hip hop: deutschrap, rapper, rappt, sprechgesang
pop: popsong, popmusik, popmusik der
rock: rockt, rockband, rocksong, luftgitarre
metal: headbangen, headbangt, headbanger
chill: chillig, chillen, chillt, abhangen, entspannen, entspannt, runterkommen
swing: swingt, swingend, lindy
funky: funkig, funkige
robotic: roboterhaft, abgehackt, ruckartig, ruckelt
smooth: geschmeidig, fliessend, fliesst, fliessen
mechanical: mechanisch, zahnrad, zahnrader
bouncy: hupfend, federnd, wippt, wippend
clumsy: tapsig, tapsige, tapst, plump, tollpatschige, tollpatschiger
silly: albern, alberne, quatsch, unsinn, blodsinn
cute: suss, susse, susser, suesse, niedlich, niedliche, niedlicher, knuddelig
joke: witz, witze, gag, gags, scherz
prank: streich, streiche, schabernack
slapstick: slapstick, klamauk
old home: altes haus, alten haus, alte haus
old man: alter mann, alten mann, alter herr, alten herrn
old woman: alte frau, alten frau, alte dame, alten dame
cauldron: kessel, hexenkessel
biscuit: keks, kekse, platzchen
chase: jagt, jagen, hetzen, verfolgt
hits: schlagt, hauen
works: arbeiten, arbeitet, schuftet
kneels: knien, kniet, verbeugt sich, verneigt sich
stirs: ruhren, ruhrt, kneten, knetet
counts: zahlen, zahlt
stumbles: wanken, wankt, taumelt, torkeln, torkelt, schwankt
gallops: galoppieren, galoppiert, galopp
sparks: funke, funken, spruhen
barefoot: barfuss
rainbow: regenbogen
laser: laserpunkt, laserstrahl, laserschwert
steel: stahl, stahltrager
pedestrian zone: fussgangerzone, einkaufsstrasse
insurance: versicherung
hangs: hangt herum, baumelt
shakes: schutteln, schuttelt, ruttelt, wackeln, wackelt, wackelig
trembling: zittern, zittert, bebt
breathes: atmet, atmen, keucht
dies: stirbt, sterben, verstorben
kills: totet, toten, ermordet
hears: horcht, lauscht, lauschen, belauscht
speaks: redet, reden, spricht, sprechen, plaudert, erzahlt, erzahlen
calls: ruft, rufen, ruft an, klingelt, klingeln
asks: fragt, fragen, bittet
knocks: klopft, klopfen
rings: lautet, lauten
plays: spielt, spielen, gespielt
eats: isst, frisst, nascht, knabbert, mampft, verschlingt
drinks: trinkt, schlurft
feeds: futtert, futtern, futter
cooks: kocht, backt, brat, braten, grillt, grillen
washing: wascht, badet, baden, duscht, duschen
cuts: schneidet, schneiden, sagt ab, hackt holz
paints: malt, zeichnet, zeichnen, streicht
writes: schreibt, notiert
reads: liest, vorlesen, vorliest
builds a tower: baut einen turm
builds up: baut auf
pushes: schubst, schubsen, druckt weg, stosst
catches: fangen, schnappt, erwischt
loses: verlor, verlieren, verliert
forgive: vergibt, verzeiht
celebrates: feiert, feiern, gefeiert, jubelt
smiles: lachelt, lacheln, schmunzelt
hugs: umarmt, umarmen, drucken sich, umarmung
kisses: kusst, kussen, kuss
marries: heiratet, heiraten
travels: reist, wandert, wandern
drives: fahrt, fuhr, fahren
arrives: ankommt, ankommen, kommt an, erreicht
returns home: kehrt heim, kommt heim, kehrt zuruck, heimkehrt
waits: wartend, wartende
dreams: traumt, traumen, traumerei
grows: wachst, wuchs, gedeiht
shrinks: schrumpft, schrumpfen
melts: schmilzt, schmelzen, taut
freezes: gefriert, erstarrt, einfrieren
floats: schwebt, schweben, gleitet, gleiten
dives: taucht, tauchen, abtauchen
drowning: ertrinkt, ertrinken
rolls: rollt, kugelt
turns around: umdrehen, dreht sich um
balance: balanciert, balancieren
crashes: kracht, krachen, prallt, zusammenstosst
bursts: platzt, platzen
collapses: einsturzt, sturzt ein, zusammenbricht
approaches: nahert, naht, nahern
appears: erscheint, auftaucht, taucht auf
disappears: verschwindet, verschwinden, verschwunden, verblasst
hero pose: heldenpose
superhero: superheld, superhelden, superheldin
villain: bosewicht, schurke, schurken, bosewichte
"""
"""Rows "meaning: word, word", as in the tables of the languages, which these rows overrule."""
