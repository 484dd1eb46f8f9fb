"""What French prompts say most, as it is written there: without accents, forms and false friends spelt out."""

from __future__ import annotations

WORDS = """
: il, elle, ils, elles, on, nous, vous, tu, te, me, moi, toi, lui, leur, leurs, eux, se, sa, ses, ta, ton, tes, mon,
    mes, notre, nos, votre, vos, cela, ca, ceci, ce, cet, cette, ces, celui, celle, ceux, celles, que, qu, quoi, dont,
    ou, quel, quelle, quels, quelles, qui est, lequel, laquelle, pourquoi, comment, combien, si, ne, n, y, oui, c, m,
    suis, es, sommes, etes, sont, etait, etaient, a ete, etre, sera, seront, soit, fut, ai, as, ont, avait, avaient, eu,
    avoir, aura, ayant, fait, font, faire, faisait, fais, faites, va, vas, vont, aller, allait, alle, peut, peux,
    peuvent, pouvoir, pu, doit, doivent, devoir, veut, veulent, vouloir, voudrait, voudrais, sait, savent, savoir, dit,
    disent, dire, vient, viennent, venir, venu, venue, voit, voient, voir, vu, vue, vues, prend, prennent, prendre,
    pris, prise, met, mettent, mettre, mis, mise, tient, tiennent, tenir, reste, restent, rester, devient, deviennent,
    devenir, semble, semblent, parait, arrive, arrivent, arriver, entre, entrent, entrer, sort, sortent, sortir, passe,
    passent, passer, laisse, laissent, laisser, porte un, porte une, porte la, porte le, porte des, portent, porter,
    donne, donnent, donner, commence, commencent, commencer, commencement, continue, continuent, appelle, appellent,
    regle, tire d, rend, rendent, aime bien, assis, assise, cote a cote, au dela, dans, en, par, avant, apres, depuis,
    pendant, jusqu, jusque, chez, contre, derriere, devant, dessus, dessous, au dessus, en dessous, dedans, dehors,
    autour, parmi, pres, pres de, loin, ici, la bas, partout, ailleurs, puis, alors, ensuite, enfin, deja, encore,
    toujours, souvent, parfois, maintenant, aujourd hui, hier, bientot, tard, tot, soudainement, lorsque, quand,
    tandis, parce, puisque, car, donc, or, ainsi, afin, aussi, meme, memes, meme si, trop, tellement, moins, autant, beaucoup,
    plusieurs, quelque, quelques, quelqu un, quelque chose, chaque, chacun, tout, tous, toute, toutes, autre, autres,
    certain, certains, certaine, tel, telle, presque, environ, peut etre, mieux, mal, voici, voila, selon, malgre,
    jour, jours, journee, journees, semaine, semaines, mois, an, ans, annee, annees, heure, heures, minute, minutes,
    seconde, secondes, temps, moment, moments, fois, instant, instants, debut, fin, a la fin, fins, milieu, au milieu,
    femme, femmes, homme, hommes, monsieur, madame, dame, dames, gens, personne, personnes, mec, mecs, type, types,
    gars, chose, choses, truc, trucs, lieu, lieux, endroit, endroits, place, places, bout, cote, cotes, coin, coins,
    partie, parties, forme, formes, facon, maniere, sorte, maison, maisons, chez soi, porte, portes,
    mur, murs, sol, plafond, table, tables, chaise, chaises, fauteuil, piece, pieces, main, mains, bras, jambe,
    jambes, pied, pieds, tete, tetes, visage, visages, face, oeil, œil, yeux, bouche, levres, nez, oreille, oreilles,
    cheveux, doigt, doigts, dos, epaule, epaules, corps, peau, eau, eaux, air, airs, lumiere, lumieres, couleur,
    couleurs, rouge, rouges, bleu, bleue, bleus, bleues, vert, verte, verts, vertes, jaune, jaunes, blanc, blanche,
    blancs, blanches, marron, image, images, plan, plans, camera, mot, mots, nom, titre, merci, bon, bonne, bons,
    bonnes, meilleur, meilleure, nouveau, nouvel, nouvelle, nouveaux, nouvelles, long, longue, longs, longues, court,
    courte, haut, haute, hauts, hautes, bas, large, rond, ronde, plein, pleine, en plein, grosse, gros,
    grosses, grands, grandes, petits, petites, premier, premiere, premiers, deuxieme, dernier, derniere, derniers,
    deux, trois, quatre, cinq, six, sept, huit, neuf, dix, douze, cent, mille, peu a peu, petit a petit, tout de suite,
    en train, a travers, au bord, au fond, fond, en haut, en bas, suit, suivent, suivre, ouvrir, point, points, gout,
    cas, sens, suite, propre, vraiment, sur fond, jusqu a, jusqu au, c est, n est, n a, s abat, abat, abattent, aux airs
no: non, jamais de, rien, nul, nulle, sans aucun, sans aucune, pas un, pas une, pas la, pas le, pas les, pas du,
    pas trop, surtout pas
footsteps: des pas, les pas, pas feutres, bruits de pas, a petits pas, un pas, ses pas
fist: poing, poings, coup de poing, coups de poing
boxer: boxeur, boxeuse, boxeurs, boxe
fight: combat, combats, lutte, luttent, lutter, affronte, affrontent, affronter
sand: sable, sables, dune, dunes, chateau de sable
world: monde, mondes, du monde
departure: depart, departs
tower: tour, tours, tour eiffel
trick: tour de magie, tours de magie
evening: soir, soirs, soiree, soirees
salt: sel, salee
dirty: sale, sales
bread: pain, pains, baguette de pain, miette, miettes
pond: mare, mares, etang
cup: coupe, coupes, tasse, tasses, verre, verres
trophy: coupe du monde, trophee
goal: but, buts, goal
fly away: envole, envolent, s envole, s envolent, envolee
flies: vole, volent, volant, voler, vol
steals: vole un, vole une, vole le, vole la, derobe
slope: cote raide, pente
sea: mer, mers, oceans, bord de mer, cote d azur
bus: bus, car scolaire, autocar
harbour: port, ports, quai, quais
arrow: fleche, fleches
lake: lacs
wave: vague, vagues, houle
boat: bateau, bateaux, voilier, voiliers
sailing: voile, voiles, navigue, naviguent
underwater: sous l eau, sous marin, sous marins
submarine: sous marin descend, le sous marin
sinks: coule, coulent, couler, sombre dans la mer, naufrage
dives: plonge, plongent, plonger
swims: nage, nagent, nager
jellyfish: meduse, meduses
fish: poisson, poissons, sardine, sardines
box: boite, boites, caisse, caisses, carton
bottle: bouteille, bouteilles
plate: assiette, assiettes, plat, plats
vase: vase, vases
table: tablee
bed: lit, lits
sleeping: dort, dorment, dormir, endormi, endormie, s endort, sommeille
wakes up: reveille, s eveille, eveille, reveillent
dream: reve, revent, reves, songe
nightmare: cauchemar, cauchemars
dawn: aube, aurore, l aube, petit matin
morning: matin, matins, matinee
noon: midi
sun: soleil, ensoleille, ensoleillee
moon: lune, lunaire
star: etoile, etoiles
sky: ciel, cieux
earth: terre, terres
planet: planete, planetes, planete rouge
rain: pluie, pluies, pleut, pluvieux, pluvieuse, mouille, flaque, flaques
storm: orage, orages, tempete, tempetes
snow: neige, neiges, enneige, enneigee, enneigees, flocon, flocons
ice: glace, glaces, verglas, banquise
ice cream: cornet de glace, creme glacee
wind: vent, vents, venteux
thunder: tonnerre, eclair, eclairs
fire: feu, feux, flamme, flammes, en flammes
burning: brule, brulent, bruler, brulant
smoke: fumee, fume, fument
dust: poussiere, poussiereux, poussiereuse
fog: brume, brumes, brumeux
desert: desert, deserts
deserted: deserte, desertes, desert sous
forest: foret, forets, bois, sous bois
tree: arbre, arbres, branche, branches
leaf: feuille, feuilles
flower: fleur, fleurs, bouquet
grass: herbe, herbes, gazon
field: champ, champs, ble, champ de ble, champs de ble
mountain: montagne, montagnes, mont, alpes, montagneux
stone: pierre, pierres, rocher, rochers, caillou, cailloux
river: riviere, ruisseau, fleuve, marne, seine
bridge: pont, ponts
road: route, routes, chemin, chemins, sentier
street: rue, rues, trottoir, trottoirs, ruelle
city: ville, villes, cite
village: villages, bourg, hameau
square: carre
castle: chateau, chateaux
kingdom: royaume, royaumes
gate: portail, grille, porte du chateau
lighthouse: phare, phares
church: eglises, chapelle
grave: la tombe, sa tombe, une tombe, tombes, tombeau
corpse: cadavre, cadavres
coffin: cercueil
skull: crane, cranes, tete de mort
blood: sang, sanglant, sanglante
knife: couteau, couteaux, poignard
breathes: respire, respirent, respirer, souffle
scared: peur, peurs, effraye, effrayee, apeure
panic: panique, paniquent
screams: cri, cris, crie, crient, hurlement, hurlements
howling: hurle, hurlent, hurler
danger: danger, dangers, dangereuse
evil: malefique, malefiques, diabolique, mal absolu
witch: sorciere, sorcieres, sorcier
potion: potion, potions
magic: magie, magique, magiques
dwarf: nains
ghost: fantome, fantomes, revenants
monster: monstre, monstres, creature, creatures
bites: mord, mordent
kills: tue, tuent, tuer
death: mort, morte, morts, mortel
dies: meurt, meurent
soul: ame, ames
heart: cœur, coeur, coeurs, cœurs
heartbroken: cœur brise, coeur brise, chagrin d amour, peine de coeur
love: amour, amours, aime, aiment, aimer, amant, amante
kiss: baiser, baisers, bisou, embrasse, embrassent, s embrassent
married couple: maries, jeunes maries, les maries
bride: mariee, mariees
husband: mari
parents: parents
mother: mere, meres, maman
father: pere, peres
son: fils
daughter: fille unique, sa fille
grandmother: mamie, grand mere, mémé
grandfather: papi, papy, grand pere
uncle: oncle
aunt: tante, tantes
cousin: cousins, cousine
children: enfant, enfants, gamin, gamins, gamine, gosses
girl: fille, filles, fillette
boy: garcon, garcons, petit gars
old: vieux, vieille, vieil, vieilles, age, agee, anciens
old lady: vieille dame, vieilles dames
young: jeune, jeunes, jeunesse
friends: ami, amie, amis, amies, pote, potes, copain, copains, copine, copines
stranger: inconnu, inconnue, etranger
crowd: foule, foules
people: peuple, peuples
soldiers: soldat, soldats, front, au front, troupe, troupes
war: guerre, guerres
army: armee, armees
weapon: arme, armes
gun duel: duel au pistolet
king: roi, rois
queen: reine, reines
gods: dieu, dieux
hell: enfer, enfers
heaven: paradis
angel: ange, anges
police: flic, flics, police
thief: voleur, voleurs, voleuse
heist: cambriolage, cambriolages, braquage, casse du siecle
money: argent, monnaie, sous d or, fric
gold: or massif, dore, doree, dores, lingot
key: cle, cles, clef
letter: lettre, lettres
book: livre, livres
game: jeu, jeux
playing: joue, jouent, jouer
toy: jouet, jouets
ball: balle, balles
balloon: ballon, ballons, montgolfiere
dances: danse, danses, dansent, danser, dansant, dansante, dansons
ball dance: bal, bals, ouvrent le bal
waltz: valse, valses, bal musette, musette
clubbing: boite de nuit, en boite, clubbing, kiffer, kiffe, on kiffe, faire la fete, teuf, rave, soiree electro
electronic: electro, gros son electro, electronique
techno: techno, tekno, teknival, free party
hard: dur, dure, durs, cogne, cogner, qui tape, ca tape, tabasse, percutant, percutante
bass: basse, basses, grosse basse, grosses basses, gros beat, bassline
rap: rap, rappeur, rappeuse, rappe
80s: annees 80, annees quatre vingt, quatre vingts
90s: annees 90, annees quatre vingt dix
70s: annees 70, annees soixante dix
60s: annees 60, annees soixante, yeye
50s: annees 50, annees cinquante
1920s: annees 20, annees folles
1930s: annees 30, annees trente
3/4: trois temps, a trois temps
rhythm: rythme, rythmes, tempo, cadence
beat: battement, battements
sound: gros son, le son, un son, du son, sons, bruit, bruits
silence: silence, silencieuse, silencieux, se tait
quiet: calme, calmes, tranquilles, au calme
loud: fort, forts, bruyante
soft: doux, douce, doux et, doucement, tout doux
slow: lent, lente, lents, lentes, lentement, langoureux
slow motion: ralenti, au ralenti
fast: vite, rapide, rapides, a toute vitesse, vitesse, a fond
hot: chaud, chaude, chaleur, brulante
warm: chaleureux, chaleureuse, tiede
cold: froid, froide, froids
dark: noir, noire, noirs, noires, obscur, obscurite, sombres
bright: clair, claire, lumineux, lumineuse
light: leger, legere, legers
heavy: lourd, lourde, lourds
beautiful: beau, belle, beaux, belles, bel, joli, jolie, jolis, magnifique, splendide
ugly: laid, laide, moche, moches
strong: puissant, puissante, puissance, costaud
happy: heureux, heureuse, content, contente, joyeux, joyeuse, gai, gaie, bonheur
sad: triste, tristes, malheureuse, chagrin, peine
lonely: seul, seule, seuls, seules, solitude, solitaire
tired: fatigue, fatiguee, epuise, epuisee
boring: ennuyeux, ennuyeuse, ennuyeuses, s ennuie, chiant
crazy: fou, folle, fous, folles, dingues, folie
angry: colere, en colere, furieuse, enerve
tender: tendre, tendres, tendresse
funny: drole, droles, marrante, rigolote, hilarant, loufoque, loufoques, burlesque
smile: sourire, sourires, sourit, sourient
laughs: rit, rient, rires, eclate de rire
cries: pleure, pleurent, pleurer, pleurant, larme, sanglot
lost: perdu, perdue, perdus, egaree
loses: perd, perdent, perdre
finds: trouve, trouvent, trouver
discovers: decouvre, decouvrent, decouvrir, decouverte
searches: cherche, cherchent, chercher
looks: regarde, regardent, regarder, regard, regards, fixe, observe, observent
listens: ecoute, ecoutent, ecouter
speaks: parle, parlent, parler, raconte
whispers: chuchote, murmure, murmures, murmurent
humming: chantonne, chantonnant, fredonne
sings: chante, chantent, chanter, chantant
waits: attend, attendent, attendre, attendant, attente
walks: marche seul, marche seule, marchent, marcher, marchant
runs: court dans, court a, courent, courir, courant
jumps: saute, sautent, sauter, saut, sauts, bond, bonds, bondit
falls: tombe, tombent, tomber, chute
slips: glisse, glissent, glisser
knocks over: renverse, renversent, renverser
breaks: casse, cassent, casser, cassee, brise, brisent, briser
opens: ouvre, ouvrent, ouvert, ouverte, ouverts
farm: la ferme, une ferme, ferme a, fermes
closes: ferme, ferment, fermer, fermee
turns: tourne, tournent, tourner
climbs: grimpe, grimpent, monte sur, escalade
rises: se leve, leve, levent, monter
goes down: descend, descendent, descendre
flees: fuit, fuient, enfuit, enfuient, s enfuient
leaves: part, partent, partir, parti, partis, quitte, quittent
comes back: revient, reviennent, revenir, retour, rentre, rentrent
pushes: pousse, poussent, pousser
pulls: tirent, traine, trainent
throws: lance, lancent, jette, jettent
carries: portent une, transporte, transportent, emporte
feeds: nourrit, nourrissent, nourrir
eats: mange, mangent, manger, devorent
drinks: boit, boivent, boire
cooks: cuisine un, prepare, preparent, preparer
wine: vin, vins
beer: biere, bieres
cheese: fromage, fromages
croissant: croissant, croissants
milk: lait
fruit: pomme, pommes, cerise, cerises, orange, oranges
sugar: sucre, sucres
food: nourriture, repas, bouffe
feast: banquet, banquets, festin
brawl: bagarre, bagarres, bagarre generale, se bagarrent
argue: dispute, disputent, se disputent
celtic: gaulois, gauloise, gaulois et romains
meeting: reunion, reunions
office: bureau, bureaux
work: travail, travaille, travaillent, boulot
boss: patron, patronne
company: entreprise, entreprises, societe, boite d informatique
positive: positif, positive, positifs
modern: moderne, modernes
advert: pub, publicite, spot de pub
school: ecole, ecoles, cour d ecole, lycee
holiday: vacances
summer: ete, estival, estivale
christmas: noel, pere noel
carnival: carnaval, carnavals
caribbean: antillais, antillaise, antillaises, antilles, creole, zouk, caraibe
argentina: argentin, argentine
spain: espagnol, espagnole
italy: italie, italien, italienne
russia: russe, russes, russie
germany: allemand, allemande
arabia: arabe, arabes, oriental, orientale
america: americain, americaine
paris: paris, parisiens, louvre, montmartre
france: francais, francaise
cat: chat, chats, chatte, minet
dog: chien, chiens, aboie
horse: cheval, chevaux, galope, galop
bird: oiseau, oiseaux
pigeon: pigeon, pigeons
cow: vaches, veau
wolf: loup, loups, louve, meute
bear: ours, ourse
rat: rat, rats
ant: fourmi, fourmis
insects: insecte, insectes, bestiole, bestioles
animals: animal, animaux, bete, betes
wings: aile, ailes
tail: queue, queues
clown: clowns
clown makeup: maquillage de clown
makeup: maquillage, maquille
mask: masque, masques
costume: costume, costumes, deguisement
dress: robe, robes
hat: chapeaux
shoes: chaussure, chaussures
car: voiture, voitures, bagnole, bagnoles
car race: course de voitures, course automobile
race: course, courses
train: train, trains, wagon
plane: avion, avions
bike: velo, velos
truck: camion, camions
neon: neon, neons
radio: radio
phone: telephone, portable
clock: horloge, montre au poignet, pendule
bomb: bombe, bombes
explodes: explose, explosent, saute en l air
wins: gagne, gagnent, gagner
fails: rate, ratent, echoue, echouent, echec, foire
story: histoire, histoires, recit
life: vie, vies
luck: chance
fate: destin, destinee
nostalgic: nostalgique, nostalgiques
mysterious: mysterieux, mysterieuse, mystere, etrange, etranges, bizarre
strange: bizarres
majestic: majestueux, majestueuse
romantic: romantique, romantiques
shy: timide, timides
free: libre, libres
secret: secrets, secrete
waiter: serveur, serveuse, serveurs
robot: robot, robots
technology: technologie, informatique
spaceship: fusee, fusees, vaisseau
carousel: manege, maneges, carrousel
museum: musee, musees
stage: scene de theatre, sur scene, rideau
singing bird: chant d oiseau
breakdance: breakdance, breakdanse
pas de deux: pas de deux, grand pas de deux
ballet: pas de chat, pas de trois, pas de bourree
pistol: pistolet, pistolets
: vente, crise, duree, montant, classement, justement, malheureusement, clairement, celebre, carrement, vivement, faut,
    pays, compte, cours, vais, besoin, voudrais une, groupe, effet, nombre, ligne, exemple, projet, idee, choix, avis,
    mesure, envie, facile, difficile, lundi, mardi, mercredi, jeudi, vendredi, samedi, janvier, fevrier, mars, avril,
    mai, juin, juillet, aout, septembre, octobre, novembre, decembre, bonjour, bonsoir, salut, demi, demie, hors,
    actuellement, surtout, cependant, pourtant, notamment, plutot que, coup, commande, commandes,
    siege, sieges, ramener, tenter, interne, internes, coucher, gorge, ventre, poitrine, genou, genoux, joue contre,
    dents, langue, barbe, moustache, appartement, chambre, escaliers, salon, cour, objet, objets, pose, posent, sent,
    sentent, sentir, pense, pensent, semblant, voulu, fera, ferait, utilise, genre de, un genre, type de, du style,
    facon de, ayant, etant, faisant, mettant, ouf, oh, ah, ok, genre film, rendu, tache, lors, lors de,
    vrai, vraie, faux, fausse, en fait, en effet, milieu de, profond, profonde, entier, entiere, propre a
wheel: roue, roues
wedding: se marient, se marie, mariages, noces
class: classe, classes
launch: lancement
tent: la tente, une tente, tentes
basement: cave, caves, la cave
genius: genie
sunset: coucher du soleil, soleil couchant, crepuscule
real: reel, reelle, reels
war: guerre mondiale
hunting: chasse, chassent, chasseurs
hunt: chasse au tresor, chasse a courre
rat: raton
camp: campement, colonie de vacances
campfire: feu de camp, feux de camp, feu de bois
art: art, artiste, artistes
priest: pretre, cure
duke: duc, comte, comtesse
bishop: eveque
swimming pool: piscine, piscines
meat: viande
drinks: apero, aperitif
clothes: vetement, vetements
iron: fer, fers
pain: douleur, douleurs
hate: haine, deteste, detestent
slapstick: gag, gags, pitrerie, pitreries, tarte a la creme
joke: blague, blagues, farces
silly: bete et, idiot, idiote, betises, absurde
clumsy: maladroite, maladroits, pataud, pataude, gauche et
cute: mignons, mignonnes, chou et, trop mignon
naughty: coquin, coquine, espieglerie, espiegles
magic: sortilege, sort jete, ensorcele, ensorcelee, enchante, enchantee
elf: lutins, elfe, elfes
fairy: fees
giant: geants, geante
gnome: nain de jardin
ogre: ogre, ogres
moonlight: clair de lune
northern lights: aurore boreale, aurores boreales
rainbow: arc en ciel
volcano: volcans
waterfall: cascades, chutes d eau
cave: grottes, caverne, cavernes
valley: vallees
island: ile, iles
jungle: jungles
tribe: tribus
dinosaur: dinosaures
owl: hiboux, chouettes
bee: abeilles
rooster: coqs
chicken: poules, poussin, poussins
frog: grenouilles, crapaud, crapauds
snail: escargots
turtle: tortues
rabbit: lapins
mouse: souris
monkey: singes
lion: lions
elephant: elephants
shark: requins
octopus: pieuvres
mermaid: sirenes
pirates: pirates
treasure: tresors, coffre, coffres
shield: boucliers
gladiator: gladiateur, gladiateurs, arene, arenes
pharaoh: pharaon, pharaons
pyramid: pyramides
court: proces, tribunal
news: journal televise, journaux
quiz: jeu televise
kitchen: cuisine, cuisines
cooking: cuisinent, cuisiner, recettes
swing: balancoire, balancoires
juggling: jongleur, jongleurs, jonglent
acrobat: acrobate, acrobates, trapeze, trapeziste, funambule
mime: mime, mimes
magician: magiciens, prestidigitateur
ice skating: patinage, patineuse, patineur, patine, patinent, patinoire
snowball fight: bataille de boules de neige
snowman: bonhommes de neige
market: marche de noel, halles
couple: couple, couples
hug: calin, calins, enlace, enlacent
tango: tangos, milonga
ballet: ballet, ballets, danseuse etoile
ballerina: ballerine, ballerines
hip hop: hip hop
rock: rockeur, rockeuse
metal: metaleux
rave: raves
chill: detente, relax, pose et, tranquillou, planant, planante
smooth: fluide, fluides
mechanical: mecanique, mecaniques, engrenage, engrenages
robotic: robotique, saccade, saccadee
bouncy: bondissant, bondissante, sautillant, sautillante, rebondit
gloomy: morose, lugubres
solemn: solennel, solennelle
heroic: heroique, heroiques
dramatic: dramatique, dramatiques
melancholic: melancolique, melancolie
peaceful: paisible, paisibles
tense: tendue, crispe
scary: fait peur, flippant, flippante, terrifiant, terrifiante
haunted: hante, hantes, hantee, hantees
creaks: grince, grincent, grincement
attic: greniers, grenier
mansion: manoirs
alley: ruelles, ruelle sombre
hospital: hopital
nurse: infirmieres
dentist: dentiste, dentistes
grape harvest: vendanges, vendange
vineyard: vigne, vignes, vignoble
lavender: lavande
provence: provence, provencal
brittany: breton, bretonne, bretagne
celtic: breizh, fest noz, bagad
waltz: guinguette
old home: vieille maison, maison ancienne
old man: vieil homme, vieux monsieur, vieillards
cauldron: chaudron, chaudrons
workers: ouvrier, ouvriers, ouvriere, ouvrieres
lunch: dejeuner, dejeune, dejeunent
barefoot: pieds nus, pied nu
footballer: footballeur, footballeurs, joueur, joueurs
gangster: gangsters, truands
apprentice: apprenti, apprentie
dough: petrir, petrit, la pate, pate a pain
goes out: eteindre, eteint, s eteint, s eteignent, eteignent
lights up: allumer, s allume, s allument
stirs: touiller, remuer, melange
smokes: fumer
kneels: agenouiller, agenouille, s agenouille, s agenouillent
counts money: compte l argent, comptent l argent
chase: poursuit, poursuivent, poursuivre, poursuivi, poursuivie
hides: cacher, cachent, se cachent
burial: enterrer, enterre
lifts: soulever, souleve, soulevent
hugs: serre, serrent, serrer dans ses bras, prend dans ses bras
handkerchief: mouchoir
waves goodbye: agite son mouchoir, agite la main
wandering: errer, erre, errent
bank: banque, banques
friendly: sympa, sympas
studying: reviser, etudier, etudie
trembling: trembler, tremble, tremblent
shakes: secouer, secoue, secouent, agite, agitent
breathes: respiration
speaks: bavarde, bavardent
calls: telephoner
asks: demande, demandent, demander
knocks: frappe a la porte, toque, toque a la porte
rings: sonner, sonne, sonnent
eats: manger, avaler, avale, grignote, croque
drinks: trinquent, trinquer
feeds: donne a manger
washing: laver, lave, lavent, se baigne, baignent, douche
cuts: couper, coupe du bois, coupent
paints: peindre, peint, peignent, dessine, dessinent, dessiner
writes: ecrire, ecrit, ecrivent
reads: lire, lisent, lit un, lit une, lit le
throws: jeter, jettent, lancer
catches: attraper, attrape, attrapent
celebrates: feter, fete son, fetent, celebrer
marries: epouse, epouser
travels: voyager, voyage, voyagent
drives: conduire, conduit, conduisent, roule, roulent
arrives: debarque, debarquent
returns home: rentre chez, rentre a la maison, rentrent chez
dreams: rever
grows: grandir, grandit, grandissent
shrinks: retrecir, retrecit
melts: fondre, fond au, fondent, fondue
freezes: geler, gele, gelent
floats: flotter, flotte, flottent
drowning: noyer, se noie, noie
rolls: rouler, roule par
spins: tourbillonne, tourbillonnent, tournoie, tournoient, pirouette
balance: equilibre, en equilibre
crashes: s ecrase, ecrase, ecrasent, percute
bursts: eclater, eclate, eclatent
collapses: effondre, s effondre, effondrent
approaches: approche, s approche, approchent, s approchent
appears: apparaitre, apparait, apparaissent
disappears: disparaitre, disparait, disparaissent
saves: sauver, sauve, sauvent
sneaks: se faufile, faufile, sur la pointe des pieds, en cachette
attacks: attaquer, attaque, attaquent
destroys: detruire, detruit, detruisent
builds a house: construit une maison
superhero: super heros, superheros, heroine
goes away: s en va, s en vont, s eloigne
farewell: adieu, adieux, dit au revoir
hopeful: espoir
fisherman: pecheur, pecheurs
supermarket: supermarches
repairs: repare, reparent, reparer
carries: porte un sac, porteur
"""
"""Rows "meaning: word, word", as in the tables of the languages, which these rows overrule."""
