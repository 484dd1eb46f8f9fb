"""Spanish, without accents, adjectives in the masculine singular."""

WORDS = """
storm: tormenta
ship: barco
viking: vikingo
fashion: moda, desfile de moda
dog: perro, cachorro
cat: gato, gatito
pirate: pirata
tavern: taberna, cantina
princess: princesa
fairy: hada, cuento de hadas
witch: bruja
dragon: dragon
monster attack: monstruo
zombie: zombi
vampire: vampiro
villain: villano, malvado
hero: heroe, heroina
horror: terror, de terror, pelicula de terror, pelicula de miedo
abandoned house: casa abandonada, abandonado
farewell: despedida, adios
race car: carrera de coches, carreras
street parade: desfile
mountains: montana
sunset: atardecer, puesta de sol
sunrise: amanecer
kitchen: cocina
grandma: abuela, abuelo
dance: baila, bailan, bailando
samba: batucada
jazz: yaz
more: mas, mas fuerte
less: menos, mas bajo
: sobre, bajo la, hacia, desde, entre, sus, esta, este, mientras, cuando, donde
happy: alegre, feliz, contento, animado, jubiloso, divertido
sad: triste, melancolico, nostalgico, tristeza
dark: oscuro, sombrio, siniestro, tenebroso
spooky: espeluznante, aterrador, escalofriante, embrujado, miedo, terrorifico, misterio
epic: epico, heroico, grandioso, majestuoso, poderoso
calm: tranquilo, relajado, sereno, suave, calmado, relajante, pacifico
energetic: energico, energetico, intenso, potente, vibrante, movido
dreamy: sonador, onirico, magico, misterioso, etereo
tense: tenso, suspenso, suspense, tension, peligroso, agresivo
romantic: romantico, amoroso, amor, apasionado, emotivo
funny: gracioso, comico, jugueton, travieso, infantil, tierno
piano: piano
guitar: guitarra, guitarra electrica
spanish guitar: guitarra espanola, guitarra flamenca
acoustic guitar: guitarra acustica
drums: bateria, tambores, tambor
percussion: percusion
bass: bajo, contrabajo
strings: cuerdas, orquesta de cuerdas
violin: violin, violines
cello: violonchelo, chelo
flute: flauta
trumpet: trompeta
brass: metales, vientos
saxophone: saxofon, saxo
organ: organo
accordion: acordeon
harp: arpa
bells: campana, campanas
choir: coro
synth: sintetizador, sintetizadores
orchestra: orquesta
melody: melodia
vocals: voz, voces, canto
waltz: vals
march: marchar, marcha
tango: tango
bossa nova: bossa
lullaby: nana, cancion de cuna
chase: persecucion, huida
battle: batalla, guerra, combate, pelea
circus: circo
wedding: boda
funeral: funeral, entierro
christmas: navidad, navideno
forest: bosque
sea: mar, submarino, oceano
space: espacio, galaxia
rain: lluvia
winter: invierno, nieve
city: ciudad
child: nino, nina, bebe
robot: robot
cowboy: vaquero, oeste, salvaje oeste, lejano oeste, del oeste
knight: caballero, medieval, castillo
ghost: fantasma, fantasmas
church: iglesia, catedral
cinematic: cine, cinematografico
film: pelicula
advert: anuncio, publicidad, publicitario
video game: videojuego, videojuegos
party: fiesta
beach: playa
dance: baile, danza, bailar, bailarina
fast: rapido, veloz
slow: lento, despacio
loud: fuerte, ruidoso
sparse: minimalista, sencillo
builds: crece, creciendo, va creciendo, creciente, sube
calms down: se calma, se apaga, termina suave
instead of: en vez de, en lugar de
except: excepto, salvo, menos el, menos la
with: con
and: y, e, o, u
only: solo, solamente, unicamente, solista
but: pero, sino
minor: menor
major: mayor
: el, la, los, las, un, una, unos, unas, de, del, al, en, para, por, que, muy, algo, musica, cancion, pieza, escena,
    estilo, tipo, como, es, se, su, mi, quiero, una, favor, poco, mucho, sonido, tema, ambiente
"""
SUFFIXES = ("s", "es")
GENDERS = (("as", "o"), ("os", "o"), ("a", "o"))
"""Feminine and plural endings, and what they are in the table."""
