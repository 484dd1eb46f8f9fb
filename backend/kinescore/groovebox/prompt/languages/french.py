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
