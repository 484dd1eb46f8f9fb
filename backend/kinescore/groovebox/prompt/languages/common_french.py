"""What French prompts say most, as it is written there: without accents, forms and false friends spelt out."""

from __future__ import annotations

WORDS = """
: on, nous, tu, te, moi, toi, lui, eux, sa, ta, ton, notre, nos, votre, vos, cela, ca, ceci, celui, celle, ceux, qu,
    quoi, dont, ou, quel, quelle, qui est, lequel, laquelle, pourquoi, comment, combien, si, y, oui, c, m, suis, es,
    sommes, etes, sont, etait, etaient, a ete, etre, sera, seront, soit, fut, ai, ont, avait, avaient, eu, avoir, aura,
    ayant, fait, font, faire, faisait, fais, va, vont, aller, peut, peuvent, pouvoir, pu, doivent, devoir, veut,
    veulent, vouloir, voudrait, sait, savent, savoir, dit, disent, dire, vient, viennent, venir, venu, voit, voient,
    voir, vu, prend, prennent, prendre, pris, met, mettre, mis, tient, tiennent, tenir, rester, devient, deviennent,
    devenir, semble, semblent, parait, arriver, entrer, sort, sortent, sortir, passer, laisser, porte un, porte la,
    porte le, porte des, porter, donner, commencer, continue, continuent, appelle, appellent, regle, tire d, rend,
    rendent, aime bien, assis, cote a cote, au dela, avant, apres, depuis, chez, contre, dessus, dessous, au dessus, en
    dessous, dedans, dehors, parmi, pres, pres de, loin, la bas, partout, ailleurs, alors, enfin, deja, encore,
    toujours, souvent, parfois, maintenant, aujourd hui, hier, bientot, tard, tot, soudainement, lorsque, tandis, parce,
    puisque, car, donc, or, ainsi, afin, aussi, meme, meme si, trop, moins, plusieurs, quelque, quelqu un, quelque
    chose, chacun, autre, certain, tel, telle, presque, environ, peut etre, mieux, mal, voici, voila, selon, malgre,
    jour, journee, semaine, an, annee, heure, minute, seconde, temps, moment, fois, instant, debut, fin, a la fin,
    milieu, au milieu, femme, homme, monsieur, madame, dame, gens, personne, mec, type, gars, chose, truc, lieu,
    endroit, place, bout, cote, coin, partie, forme, facon, maniere, chez soi, porte, mur, sol, plafond, table, chaise,
    fauteuil, piece, main, bras, jambe, pied, tete, visage, face, oeil, œil, yeux, bouche, levres, nez, oreille,
    cheveux, doigt, dos, epaule, corps, peau, eau, air, lumiere, couleur, rouge, bleu, vert, jaune, blanc, blanche,
    marron, image, plan, camera, mot, nom, titre, merci, bon, bonne, meilleur, nouvel, nouvelle, long, longue, court,
    haut, bas, large, rond, plein, en plein, grosse, gros, deuxieme, quatre, cinq, six, sept, huit, neuf, dix, douze,
    cent, mille, petit a petit, tout de suite, en train, a travers, au bord, au fond, fond, en haut, en bas, suit,
    suivre, ouvrir, point, gout, sens, propre, sur fond, jusqu a, jusqu au, c est, n est, n a, s abat, abat, abattent,
    aux airs, vente, crise, duree, montant, classement, justement, malheureusement, clairement, celebre, carrement,
    vivement, faut, pays, compte, vais, besoin, voudrais une, groupe, effet, nombre, ligne, exemple, projet, idee,
    choix, avis, mesure, envie, facile, difficile, lundi, mardi, mercredi, jeudi, vendredi, samedi, janvier, fevrier,
    mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre, bonjour, bonsoir, salut, demi, hors,
    surtout, cependant, pourtant, notamment, plutot que, coup, commande, siege, ramener, tenter, interne, coucher,
    gorge, ventre, poitrine, genou, joue contre, dents, langue, barbe, moustache, appartement, escaliers, salon, cour,
    objet, pose, posent, sent, sentent, sentir, pense, pensent, semblant, voulu, fera, ferait, utilise, genre de, un
    genre, type de, du style, facon de, etant, faisant, ouf, oh, ah, ok, genre film, rendu, tache, lors, lors de, vrai,
    faux, fausse, en fait, en effet, milieu de, profond, entier, propre a, actuel, actuelle, normal, original,
    reference, presenter, presents, divers, surface, gauche, a gauche, recu, montre, montrer, experience, grace a,
    proposer, serieux, charge, formation, date, finalement, double, preparer, fer, orange, approche, s approche,
    approchent, s approchent, coupe, tasse, verre, parole, marie, a peine, de justesse, zik, entetant, accrocheur,
    accrocheuse, kiff, grave bien, trop bien, poussiere, poussiereux, pieds nus, pied nu, dans l esprit, dans l esprit
    de, parlement, aiguise
no: non, jamais de, rien, nul, nulle, sans aucun, pas un, pas la, pas le, pas du, pas trop
footsteps: des pas, les pas, pas feutres, bruits de pas, a petits pas, un pas, ses pas
fist: poing, coups de poing
boxer: boxeur, boxeuse, boxe
fight: combat, lutte, lutter, affronter
sand: sable, dune, chateau de sable
world: monde, du monde
departure: depart
tower: tour, tour eiffel
trick: tour de magie, tours de magie
salt: sel, salee
dirty: sale
bread: pain, baguette de pain, miette
pond: mare, etang
trophy: trophee
goal: but, goal
flying: vol, envolent, s envolent
steals: vole le, vole la
slope: cote raide, pente
sea: bord de mer, cote d azur
bus: car scolaire
harbour: port, quais
arrow: fleche
wave: vague, vagues, houle
boat: bateau, voilier
sailing: voile, navigue, naviguent
underwater: sous marin
submarine: sous marin descend, le sous marin
sinking ship: couler, sombre dans la mer
fish: sardine
box: boite, caisse, carton
bottle: bouteille
plate: assiette, plat
vase: vase
table: tablee
bed: lit
sleeping: dort, dorment, dormir, endormi, s endort, sommeille
wakes up: reveille, eveille, reveillent
dream: revent
dawn: aube, aurore, l aube, petit matin
morning: matin, matinee
noon: midi
moon: lunaire
star: etoile, etoiles
sky: cieux
earth: terre
planet: planete rouge
rain: pleut, pluvieux, mouille, flaque
snow: neige, enneige, flocon, flocons
ice: glace, verglas, banquise
ice cream: cornet de glace, creme glacee
wind: venteux
thunder: eclair
fire: flamme
burning: brule, bruler
smoke: fume, fument
deserted: deserte, desert sous
forest: sous bois
tree: branche
leaf: feuille
flower: fleur, fleurs, bouquet
grass: herbe, gazon
field: ble
mountain: montagne, mont, alpes, montagneux
stone: pierre, rocher, caillou
river: ruisseau, marne, seine
bridge: pont
road: sentier
street: trottoir, ruelle
city: cite
village: bourg, hameau
square: carre
kingdom: royaume
gate: portail, grille, porte du chateau
church: chapelle, messe de minuit
grave: la tombe, sa tombe, une tombe, tombes, tombeau
corpse: cadavre
coffin: cercueil
skull: crane, tete de mort
knife: couteau, poignard
breathes: respirer, respiration
scared: peur
panic: panique, paniquent
screams: cri, cris, hurlement
howling: hurler
evil: malefique, diabolique, mal absolu
potion: potion
magic: magique, sort jete
monster: monstre, monstres, creature
bites: mord, mordent
kills: tue, tuent, tuer
death: mortel
dies: meurt, meurent, est mort, decede
heart: ame, cœur, coeur
heartbroken: cœur brise, chagrin d amour, peine de coeur
love: amour, aiment, aimer, amant
kiss: baiser, embrasse, s embrassent
married couple: maries, jeunes maries, les maries
bride: mariee
husband: mari
parents: parents
mother: mere, maman
daughter: fille unique
uncle: oncle
aunt: tante
cousin: cousins, cousine
children: enfant, enfants, gosses
boy: petit gars
old: vieux, vieille, vieil, age, anciens
old lady: vieilles dames
young: jeune
friends: pote, copain, copine
stranger: inconnu, etranger
people: peuple
soldiers: front, au front, troupe
war: guerre, guerre mondiale
army: armee
weapon: arme
gun duel: duel au pistolet
hell: enfer
heaven: paradis
police: flic
heist: casse du siecle
money: argent, monnaie, sous d or, fric
gold: or massif, dore, lingot
key: cle, clef
book: livres
game: jeu
playing: joue, jouent, jouer
ball: balle
dances: danse, dansent, danser, dansant, dansons
waltz: bal musette, guinguette
clubbing: boite de nuit, en boite, clubbing, kiffer, on kiffe, faire la fete, teuf, rave, soiree electro
electronic: electro, gros son electro
techno: techno, tekno, teknival, free party
hard: dur, cogner, qui tape, ca tape, tabasse, percutant
bass: grosse basse, bassline
beat: gros beat, prod, instru
rap: rap, rappeur, rappeuse, rappe
80s: annees quatre vingt, quatre vingts
90s: annees quatre vingt dix
70s: annees soixante dix
60s: annees 60, annees soixante, yeye
50s: annees 50, annees cinquante
1920s: annees folles
1930s: annees 30, annees trente
3/4: trois temps, a trois temps
heartbeat: battement
sound: gros son, le son, un son, du son, sons, bruit
silence: silence, silencieux, se tait
quiet: calme, tranquilles, au calme
soft: doux, douce, doux et, doucement, tout doux
slow: langoureux
fast: a toute vitesse, vitesse, a fond
hot: chaud, chaleur, brulante
warm: chaleureux, tiede
dark: obscur
bright: clair, lumineux
beautiful: bel, splendide
ugly: laid, moche
strong: puissance, costaud
happy: bonheur, bonne humeur
sad: chagrin, peine
boring: ennuyeux, s ennuie, chiant
crazy: fou, dingues, folie
angry: enerve
funny: marrante, rigolote, hilarant, loufoque, burlesque
smile: sourire, sourit
laughs: rit, rient, rires, eclate de rire
crying: larme, sanglot
finds: trouver
discovers: decouvre, decouvrent
searches: cherche, chercher
looks: regarder, regard, fixe, observent
listens: ecouter
speaks: parle, parler
whispers: murmure, murmurent
humming: chantonnant
sings: chante, chanter
waits: attend, attendre, attente
walks: marche seul, marchent, marcher
runs: court dans, court a, courent, courir, courant
jumps: sauter, saut, bond, bondit
slips: glisser
knocks over: renverser
shattered: casse, casser, briser
opens: ouvre, ouvrent, ouvert
farm: la ferme, une ferme, ferme a, fermes
closes: ferme, ferment, fermer
turns: tourne, tourner
climbs: grimpe, grimpent, monte sur, escalade, monter
gets up: se leve, leve, levent
goes down: descend, descendre
flees: fuient, enfuit, enfuient, s enfuient
leaves: part, partent, quitte, quittent
comes back: revient, reviennent, revenir, retour, rentre, rentrent
pushes: pousse
pulls: tirent, traine, trainent
throws: jettent, jeter
carries: portent une, transporte, transportent, emporte, porte un sac, porteur
feeds: nourrir, donne a manger
eats: mange, devorent, avaler, grignote, croque
drinks: boit, boivent, boire, apero, aperitif, trinquer
cooking: cuisine un, recettes
beer: biere
croissant: croissant
milk: lait
fruit: pomme, cerise, oranges
sugar: sucre
food: nourriture, repas, bouffe, spaghettis, nouille
feast: banquet, festin
brawl: bagarre generale, se bagarrent
argue: dispute, disputent, se disputent
celtic: gaulois, breizh, fest noz, bagad
work: travail
boss: patronne
company: entreprise, societe, boite d informatique
positive: positif
advert: spot de pub
school: cour d ecole, cahier
caribbean: antillais, antilles, creole, zouk, caraibe
argentina: argentin
italy: italie, italien, italienne
russian: russe, russie
germany: allemand
arabia: arabe, oriental, orientale
america: americain
paris: louvre, montmartre
france: francais
cat: minet
dog: aboie
horse: galop
cow: veau
wolf: louve, meute
rat: rat, raton
insects: insecte, bestiole
animals: animal
wings: aile
tail: queue
clown makeup: maquillage de clown
makeup: maquillage, maquille
costume: costume, deguisement
shoes: chaussure
car: bagnole
car race: course de voitures, course automobile
plane: avion
bike: velo
truck: camion, poids lourd
neon: neon
radio: radio
phone: telephone, portable
clock: montre au poignet, pendule, une montre, sa montre, la montre
explosion: saute en l air
winner: gagne, gagner
fails: rate, ratent, echoue, echouent, echec, foire
story: histoire, recit, raconter
life: vie
luck: chance
fate: destin, destinee
nostalgic: nostalgique
mysterious: mysterieux, mysterieuse, mystere, bizarre
strange: bizarres
majestic: majestueux
free: libre
waiter: serveuse
technology: technologie, informatique
carousel: carrousel
stage: sur scene
singing bird: chant d oiseau
breakdance: breakdanse
pas de deux: pas de deux, grand pas de deux
ballet: pas de chat, pas de trois, pas de bourree, danseuse etoile
pistol: pistolet
wheel: roue
class: classe
launch: lancement
tent: la tente, une tente, tentes
basement: cave, la cave
genius: genie
sunset: coucher du soleil, soleil couchant
real: reel, reelle
hunting: chasse, chassent, chasseurs
hunt: chasse a courre
camp: campement, colonie de vacances
campfire: feux de camp, feu de bois
art: art, artiste
priest: pretre, cure
duke: duc, comte, comtesse
bishop: eveque
swimming pool: piscine
meat: viande
clothes: vetement
pain: douleur
hate: haine, deteste, detestent, hait
slapstick: pitrerie, tarte a la creme
joke: blague, farces
silly: bete et, idiot, betises, absurde
clumsy: maladroite, maladroits, pataud, gauche et
cute: mignons, chou et, trop mignon
naughty: espieglerie, espiegles
elf: lutins, elfe, elfes
gnome: nain de jardin
ogre: ogre
moonlight: clair de lune
northern lights: aurore boreale, aurores boreales, aurores polaires
rainbow: arc en ciel
waterfall: chutes d eau
cave: caverne
tribe: tribus
rooster: coqs
chicken: poussin, poulailler
frog: crapaud
pirates: pirates
treasure: coffre
gladiator: gladiateur, arene
pharaoh: pharaon
pyramid: pyramides
court: proces, tribunal
news: journaux
juggling: jonglent
acrobat: trapeze
mime: mime
ice skating: patineuse, patineur, patine, patinent, patinoire
snowball fight: bataille de boules de neige
snowman: bonhommes de neige
market: halles
hug: calin, enlace, enlacent
tango: tangos, milonga
hip hop: hip hop
rock: rockeur, rockeuse
metal: metaleux
rave: raves
chill: relax, pose et, tranquillou, planant, planante
smooth: fluide
robotic: saccade
bouncy: bondissant, sautillant, rebondit
gloomy: morose
heroic: heroique
dramatic: dramatique
melancholic: melancolique, melancolie
peaceful: paisible
tense: crispe
scary: fait peur, flippant
haunted: hante, hantee
creaks: grince, grincent
alley: ruelles, ruelle sombre
grape harvest: vendange
vineyard: vigne, vignoble
lavender: lavande
provence: provence, provencal
brittany: breton, bretonne, bretagne
old home: vieille maison, maison ancienne
old man: vieux monsieur
cauldron: chaudron
workers: ouvrier
lunch: dejeuner
footballer: footballeur, joueur
gangster: gangsters
apprentice: apprenti
dough: petrir, la pate, pate a pain
goes out: eteindre, eteint, s eteint, s eteignent, eteignent
glowing: allumer, s allume, s allument
stirs: touiller, remuer, melange
smokes: fumer
kneels: agenouiller, s agenouille, s agenouillent
counts money: compte l argent, comptent l argent
chase: poursuit, poursuivi
hides: cacher
burial: enterrer
lifts: soulever
hugs: serre, serrent, serrer dans ses bras, prend dans ses bras
handkerchief: mouchoir
waves goodbye: agite son mouchoir, agite la main
wandering: errer
bank: banque
friendly: sympa
studying: reviser, etudier
trembling: trembler
shakes: secouer, agite, agitent
calls: telephoner
asks: demander
knocks: frappe a la porte, toque, toque a la porte
rings: sonner
washing: se baigne, baignent, douche
cuts: couper, coupe du bois
paints: peindre, peint, peignent, dessiner
writes: ecrivent
reading: lit un, lit le
catches: attraper
celebrating: fete son
marries: epouser
arrives: debarque, debarquent
returns home: rentre chez, rentre a la maison, rentrent chez
dreams: rever
grows: grandir
shrinks: retrecir
melts: fond au
floats: flotter, flotte
drowning: noyer, se noie, noie
rolls: roule par
spins: tourbillonne, tourbillonnent, tournoie, tournoient, pirouette
balance: equilibre, en equilibre
crashes: ecrase, ecrasent
collapses: effondre, effondrent
appears: apparaitre, apparait, apparaissent
disappears: disparaitre, disparait, disparaissent
sneaks: se faufile, faufile, sur la pointe des pieds, en cachette
attacks: attaquer
destroys: detruire, detruit, detruisent
superhero: super heros, superheros, heroine
goes away: s en va, s en vont, s eloigne
farewell: dit au revoir
hill: colline
straw: paille
marble: marbre, billes
ring: anneau, bague
seeds: graines
roots: racine
comb: peigne
lamp: lampe, lampadaire
scissors: ciseaux
hammer: marteau
needle: aiguille
brick: brique
feather: plume
wool: laine, tricot
soap: savon, bulle
towel: serviette
window: vitre, vitrine
balcony: balcon, serenade
fountain: fontaine
statue: statues
pillar: pilier, colonne
cabin: cabane, chalet
cage: cages
chains: chaine, enchaine
ambush: piege
hole: trou
abyss: abime, gouffre
ashes: cendre
mud: boue
dew: rosee
mist: brumeuse
wasp: guepe
ladybug: coccinelle
cricket: grillon, sauterelle, cigale
goat: bouc
sheep: brebis, agneau
pig: porc
deer: chevreuil
crow: corbeaux, corneille
bull: taureau
egg: œuf, oeuf
tomato: tomate
carrot: carotte
potato: patate, frites
mushroom: champignon
onion: oignon
jam: confiture
chocolate: chocolat
pancakes: crepe, pancakes
honey: miel
hunger: faim, affame
thirst: soif
sweat: sueur, transpire
wound: blessure, cicatrice
bones: os, osseux
tooth: dent
tattoo: tatouage
flag: drapeau
boots: bottes
trousers: pantalon, jupe, culotte
shirt: chemise, cravate
glove: gants
fireworks: petard, feux d artifice
swimming: natation
tram: tramway, tram
ferris wheel: grande roue
procession: procession
baptism: bapteme
valentine: saint valentin, fete des amoureux
mother's day: fete des meres
easter: paques
envy: envieux, jalousie
rage: fureur, rage
grief: deuil, chagrins
shame: honte
pride: orgueil, fierte
hope: espere, esperent
mercy: pitie
weird: bizarroide, etrangete
endless: infini, eternel, eternelle, sans fin
holy: saint
cruel: cruelle, cruels
wild: feroce
sensual: sensuel, sensuelle
psychedelic: psychedelique
festive: festifs, festives
playful: joueuse, ludiques
driving: effrene
relaxed: decontracte
urban: urbain
tribal: tribal
optimistic: optimiste
judge: justice
alone: seul, seule
silent: sans bruit, sans un bruit, silencieusement
shipwreck: epave, naufrage
top hat: haut de forme
street performer: musicien de rue
knitting: tricote, tricotent
blows: souffle, soufflent
coffee machine: machine a cafe
rehearsal: repete, repetent, repetition
crystal: cristal
draws: degaine, degainent
veteran: veteran, ancien combattant
first love: premier amour
first day of school: rentree des classes, premier jour d ecole
moving: demenage
gardening: jardinage, jardine, arrose, arrosent
dishes: vaisselle
ant: fourmiliere
distorted guitar: guitares saturees, guitare saturee, guitares distordues, guitare distordue
distorted: sature, distordu, distorsion
less drums: peu de batterie, peu de percussions
less bass: peu de basse
less guitar: peu de guitare
vinyl: vinyle
ticking: tic tac
energetic: qui bouge, ca bouge, ca pulse, ca demenage, qui pulse
party: ambiancer, ambiance de fete, faire la teuf
slow dance: un slow, slow langoureux
latin: latinos, latines
scotland: ecossais, ecosse
yard: dans la cour
newborn baby: nouveau nee
funeral: obseques
holds: tient dans
last day of school: dernier jour de classe, dernier jour d ecole
carriage: carrosse, caleche
kite: cerfs volants
lands: atterrit, atterrissent
starts: demarre, demarrent
gone: disparu
born: ne en, nee en
pregnant: enceinte
divorce: divorce
thirsty: assoiffe
hungry: affamee
drunk: ivre, saoul, bourre
sneeze: eternue
yawns: baille
snores: ronfle
sleepwalker: somnambule
lifeguard: maitre nageur
butcher: boucher
carpenter: menuisier, charpentier
plumber: plombier
electrician: electricien
mechanic: mecanicien, mecano
mason: macons
window cleaner: laveur de vitres
librarian: bibliothecaire
secretary: secretaire
banker: banquier
spy: espionne
sniper: sniper, tireur d elite
assassin: assassins
hostage: otage
kidnapping: enlevement, kidnapping
torture: torture, torturent
gallows: potence, gibet, bourreau
catacombs: catacombes
labyrinth: labyrinthe
secret passage: passage secret
shipwrecked: naufrages, echoue sur une ile
raft: radeau
anchor: ancre
iceberg: icebergs
fjord: fjords
avalanche: avalanches
drought: secheresse
comet: comete
satellite: satellites
hologram: hologramme
time machine: machine a voyager dans le temps
clone: clones
mutant: mutants
cyborg: cyborgs
drone: drones
welding: soudeur, soude
hourglass: sablier
typewriter: machine a ecrire
gramophone: gramophone
merry go round: tourniquet
domino: dominos
card game: jeu de cartes, cartes a jouer
casino: roulette
dice: des pipes
wrestler: lutteur, catcheur
fencing: escrimeur
archery: tir a l arc
high jump: saut en hauteur
marathon: marathonien
rowing: aviron, rameurs
surfing: surfeuse
snowboarding: snowboard, surf des neiges
parachute: parachute, parachutiste
bungee jump: saut a l elastique
hot air balloon: montgolfieres
zeppelin: dirigeable
tank: chars d assaut
trench: tranchee
bombing: bombardement
siege: assiege
catapult: catapulte
crossbow: arbalete
armor: cotte de mailles
squire: ecuyer
jester: fou du roi
minstrel: menestrel, troubadour, barde
druid: druide
shaman: chamane
prophecy: prophetie
amulet: amulette, baguette magique
crystal ball: boule de cristal
fortune teller: voyante, diseuse de bonne aventure
werewolf: loups garous
gargoyle: gargouille
sea monster: monstre marin
yeti: abominable homme des neiges
minotaur: minotaure
centaur: centaure
pegasus: pegase
griffin: griffon
garden gnome: nains de jardin
teapot: theiere
frying pan: poele
pizza: pizzas, pizzaiolo
sushi: sushi
burger: burger
picnic: pique nique
barbecue: barbecue, grillades
buffet: buffet
cocktail: cocktails
champagne: mousseux
toast: trinque
wedding: piece montee
honeymoon: lune de miel, voyage de noces
proposal: demande en mariage
first kiss: premier baiser
breakup: se separent
cheating: infidele
blind date: rendez vous galant
nursery: chambre d enfant, creche
baby: poussette
diaper: couche de bebe
tooth fairy: petite souris
reindeer: renne
gingerbread: pain d epices
christmas tree: sapin de noel
advent: avent
easter bunny: lapin de paques
carnival: carnavalesque
bonfire: brasier, bucher
lantern festival: fete des lanternes
harvest festival: fete des moissons
wine festival: fete des vendanges
auction: vente aux encheres
election: election
interview: entretien
classroom: tableau noir
exam: examens
graduation: bal de promo
bully: harcelement
nurse: sage femme
tailor: cordonnier
flowers: fleuriste
"""
"""Rows "meaning: word, word", as in the tables of the languages, which these rows overrule."""
