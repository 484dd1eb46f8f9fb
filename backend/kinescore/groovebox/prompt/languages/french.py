"""French, without accents, adjectives in the masculine singular where they only add letters."""

WORDS = """
fashion: mode, defile de mode
electro: electro
storm: tempete, orage
ship: bateau, navire
dog: chien, chiot
cat: chat, chaton
pirate: pirate
tavern: taverne, auberge
princess: princesse
fairy: fee, conte de fees
enchanted forest: foret enchantee
witch: sorciere
dragon: dragon
monster attack: monstre
zombie: zombie
vampire: vampire
villain: mechant
hero: heros
horror: film d horreur
abandoned house: maison abandonnee, abandonne
farewell: adieu, adieux
motorbike: moto
race car: voiture de course
mountains: montagne
sunset: coucher de soleil
sunrise: lever de soleil
kitchen: cuisine
grandma: grand mere
cafe: cafe
retro game: jeu retro
jazz: manouche, jazz manouche
more: plus de, plus d
less: moins de, moins d
: sous, vers, entre, ses, cette, ce, pendant, quand, ou est
happy: joyeux, joyeuse, heureux, heureuse, gai, gaie, enjoue, festif, festive
sad: triste, melancolique, nostalgique, tristesse
dark: sombre, noir, noire, sinistre, tenebreux, inquietant
spooky: effrayant, hante, hantee, fantomatique, horreur, lugubre
epic: epique, heroique, grandiose, majestueux, puissant
calm: calme, doux, douce, paisible, tranquille, apaisant, serein, relaxant
energetic: energique, dynamique, intense, entrainant, vif, vive
dreamy: reveur, reveuse, onirique, magique, mysterieux, mysterieuse, feerique
tense: tendu, suspense, angoissant, stressant, agressif, tension
romantic: romantique, amoureux, amour, tendre, emouvant, sentimental
funny: drole, comique, ludique, espiegle, mignon, rigolo, enfantin
piano: piano
guitar: guitare, guitare electrique
acoustic guitar: guitare acoustique, guitare seche
drums: batterie, tambour, tambours
percussion: percussion, percussions
bass: basse, contrebasse
strings: cordes, orchestre a cordes
violin: violon, violons
cello: violoncelle
flute: flute
trumpet: trompette
brass: cuivres, cuivre
saxophone: saxophone, saxo
organ: orgue
accordion: accordeon
harp: harpe
bells: cloche, cloches
choir: choeur, chorale
synth: synthe, synthetiseur, synthes
orchestra: orchestre
melody: melodie
vocals: voix, chant
waltz: valse, musette
march: marcher au pas, marche, fanfare militaire
lullaby: berceuse
chase: poursuite, course poursuite, fuite
battle: bataille, guerre, combat
circus: cirque, fete foraine
wedding: mariage
funeral: enterrement, funerailles
christmas: noel
forest: foret
sea: mer, sous marin, ocean
space: espace, galaxie
rain: pluie
winter: hiver, neige
city: ville
child: enfant, enfants, bebe
robot: robot
cowboy: far west, cow boy
knight: chevalier, medieval
castle: chateau
ghost: fantome, fantomes
church: eglise, cathedrale
cinematic: cinema, cinematographique, film
advert: publicite, pub
video game: jeu video, jeux video
party: fete
beach: plage
dance: danse, danser, danseuse, danseur
fast: rapide, vite
slow: lent, lente, lentement
loud: fort, forte, bruyant
sparse: minimaliste, epure, depouille
builds: monte, montee en puissance, crescendo, qui monte, grandit
calms down: se calme, s apaise, s eteint
nix: oublie, oubliez, oublions, vire, virez, virons, retire, retirez, enleve, enlevez, supprime, supprimez, laisse tomber,
    laissez tomber, coupe, coupez, coupons, coupe la, coupe le, coupe les, coupez la, coupez le, coupez les, eteins, eteignez, epargne, epargnez, epargne moi, epargnez moi, epargnez nous,
    j ai horreur de, horreur de, interdiction d utiliser, interdiction de, interdit de, on se passera de, se passera de,
    se passer de, passez vous de, passe toi de, on se passe de, a l exception de, a l exception des, a l exception du,
    exception des, faire l impasse sur, impasse sur, deteste, detestez, detestent, ras le bol de, ras le bol des, marre
    de, marre du, marre des, ne supporte pas, ne supporte plus, supporte pas, supporte plus, laisse de cote, laissez de
    cote, mets pas, ne mets pas, ne mettez pas, mettez pas, n utilise pas, n utilisez pas, n ajoute pas, n ajoutez pas,
    tout sauf, allergique a, allergique au, allergique aux, exit, adieu, halte a, halte au, halte aux, stop a, stop au,
    stop aux, dispense moi de, dispensez moi de, sans le moindre, sans la moindre, ecarte, ecartez, fuis, fuyez, bannis,
    bannissez, exclure, exclus, excluez, evite, evitez, eviter
left out: qu il n y en ait pas, qu il n y en ait aucun, qu il n y en ait aucune, interdit, interdite, interdits, interdites, a proscrire, proscrit, proscrite, a eviter, a bannir, exclu,
    exclue, exclus, exclues, s abstenir, abstenir, inutile, inutiles, superflu, superflue, superflus, superflues, non
    merci, en moins, non, tres peu pour moi, pas pour moi, pas necessaire, pas necessaires, pas utile, pas la peine, pas
    la bienvenue, pas le bienvenu, sur les nerfs, on oublie, on evite, a laisser tomber, a virer, de cote, dehors, a la
    poubelle, je n en veux pas, j en veux pas, on n en veut pas, rien a faire, hors sujet, pas souhaite, pas souhaitee,
    malvenu, malvenue, de trop, de sortie, pas question
without: sans
no: pas de, pas d, aucun, aucune, ni, jamais, pas, point de, plus aucun, zero, surtout pas, surtout pas de, rien de,
    hors de question, bannir, denue de, denuee de, depourvu de, depourvue de, exempt de, exempte de, pas besoin de, je ne
    veux pas de, je veux pas de, on ne veut pas de
instead of: au lieu de, au lieu d, plutot que, a la place de
except: sauf, hormis, excepte
rather: plutot
with: avec
and: et, ou
only: seulement, uniquement, seul, seule, juste, rien que
but: mais
minor: mineur
major: majeur
: le, la, les, un, une, des, de, du, d, l, au, aux, en, dans, pour, par, qui, tres, peu, musique, chanson, morceau,
    scene, style, genre, ambiance, comme, est, se, son, ma, mon, je, veux, s, il, vous, plait, plus, bien, assez,
    avec beaucoup, beaucoup, sur, a
"""
SUFFIXES = ("s", "e", "es", "ment")
