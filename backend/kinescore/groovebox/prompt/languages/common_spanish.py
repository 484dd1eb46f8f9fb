"""What Spanish prompts say most, as it is written there: without accents, forms and false friends spelt out."""

from __future__ import annotations

WORDS = """
: lo, le, me, te, nos, yo, tu, ti, ello, usted, nosotros, mio, suyo, nuestro, eso, aquella, aquellos, ahi, alla, aca,
    ser, soy, eres, somos, son, era, eran, fue, fueron, sera, seran, sea, sean, sido, siendo, estar, estoy, habia,
    haber, han, he, ha, hemos, tener, tengo, tienen, tenia, tuvo, hacer, hago, hizo, hecho, poder, puede, pueden, podia,
    deber, querer, quiere, quieren, queria, decir, dice, dicen, dijo, dicho, dame, ir, voy, va, van, vamos, iba, ido,
    vaya, yendo, se va, ver, ve, ven, veo, visto, viendo, dar, da, dan, dio, den, dado, dando, poner, puso, puesto,
    quedar, llegar, venir, viene, vienen, vino de lejos, salir, salio, entrar, pasar, paso a paso, llevar, traer, dejar,
    tomar, coger, parecer, saber, creer, sentir, siente, sienten, sentado, seguir, sigue, siguen, siguiendo, empiezan,
    comenzar, comienzan, volver, vuelve, vuelven, sacar, meter, adonde, quien, cual, cuanto, porque, pues, aunque, si,
    aun, asi, tan, tanto, tal, otro, mismo, nada mas, alguien, nadie, algun, alguno, cualquier, cualquiera, varios,
    varias, ambos, bastante, demasiado, casi, apenas, tal vez, quizas, siempre, a veces, ahora, hoy, ayer, entonces,
    pronto, todavia, tambien, ademas, sino tambien, contra, segun, ante, tras, bajo el, durante, dentro, fuera, encima,
    debajo, arriba, abajo, adelante, atras, cerca, lejos, alrededor, enfrente, medio, mitad, primer, segundo, tercer,
    tercera, semana, ano, hora, minuto, rato, momento, vez, veces, tiempo, fin, final del dia, principio, inicio, mujer,
    hombre, senor, senora, gente, persona, tio, cosa, lado, lugar, sitio, parte, forma, modo, manera, hogar, piso,
    puerta, puertas, pared, suelo, techo, mesa, silla, sofa, rincon, esquina, mano, pie, pierna, brazo, cabeza, cara,
    rostro, ojo, boca, nariz, oreja, pelo, dedo, espalda, hombro, cuerpo, piel, agua, aire, luz, luces, color, rojo,
    azul, verde, amarillo, blanco, rosa, marron, imagen, palabra, nombre, texto, plano, toma uno, gracias, bueno, buen,
    bien, mejor, peor, largo, alto, baja, bajas, ancho, redondo, lleno, gran, chiquito, cuatro, cinco, seis, siete,
    ocho, nueve, diez, doce, cien, mil, tira, tiran, tiene que, hay que, de pronto, al lado, sobre todo, a traves, a la
    vez, por fin, en medio, fondo, base, cuentas, suena, suma, os, uno, caso, verdad, acuerdo, ejemplo, igual, millones,
    numero, falta, idea, nivel, seguro, posible, uso, cierto, lista, especial, hola, pregunta, lunes, martes, miercoles,
    jueves, viernes, sabado, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,
    diciembre, siquiera, incluso, unico, ademas de, capaz, completamente, propio, resto, modo que, obra, patas, pata,
    justa, justo, rodea, rodean, necesito, me gustaria, busco musica, musica para, algo para, tono, del tipo, tipo de,
    en plan, que suene, suene, suenen, suenan, sonar, sonido de, ritmo de vida, acabar, ocurre, ocurren, aparece,
    aparecen, siguiente, anterior, cualquier cosa, encanta, encantan, gusta, gustan, pide, piden, cambian, cambio,
    intento, despacho, pared de, ojala, pecho, dientes, labios, cuello, mejilla, rodilla, barba, bigote, pierde la,
    superficie, muestra, muestran, actual, normal, normalmente, original, referencia, tendencia, presente, presentar,
    acerca, acerca de, se acerca, acercan, acercarse, diversos, diversas, mediante, constante, mal, antiguo, super,
    copa, vaso, taza, espiritu navideno, generalmente, clave, penal, formacion, debate, mas bien, temazo, rola, rolon,
    mola, pegadizo, chido, padrisimo, que pete, lo que sea, balancea, polvo, polvoriento, limpio, descalzo, hierro,
    pendulo, parlamento, afila
no: nada, sin nada de, sin ningun, sin ninguna, sin nada, prohibido, ninguno, nadie toca
evening: por la tarde
foot: pisa, pisan, pisada
sand: arena, duna
box: caja, cajon, cofre
drum: caja clara, tamborilero, bombo
wish: ganas, deseo
truck: camion, camioneta
folder: carpeta
cup: brindis
trophy: copa del mundo, trofeo
morning: manana, por la manana, madrugada
hill: monte, colina, cerro, loma, ladera
real: real, verdadero
royal: palacio real, corte real, familia real
long: a lo largo
jealous: celos
possession: posesion
candle: velas, candelabro
sail: a toda vela, velero, navegar
skull: calavera, craneo
day of the dead: dia de muertos, dia de los muertos, catrina
whispers: susurro, susurrando, murmullo
hits: golpe
saw: motosierra, serrucho
mountain: sierra, montana
golden: dorado
vineyard: vendimia, vinedo, uvas
door creaks: puerta cruje
bed: cama
under the bed: debajo de la cama
sleeping: dormir, se duerme, duermen, durmiendo
wakes up: despiertan
food: yogur, churro, bunuelos, comida, manjar, alimento, plato, pavo, espaguetis, pasta
bread: pan, miga
sugar: azucar
beer: cerveza
fruit: fruta, manzana, naranja, limon
milk: leche
ice cream: helado
candy: dulce, caramelo, golosina
sweet: dulzura
cockroach: cucaracha
ant: hormiguero
bull: toro
bullfight: corrida de toros, plaza de toros, capote
horse: yegua, potro
ride: montar
cow: ternero
dog: perrito, ladra, ladran
cat: gatitos, callejeros de noche, felino
fish: pececito, pececillo
animals: animal, bicho
wing: ala
feathers: pluma
net: red
evil: maldad, maligno
laughs: rie, rien, se rie, se rien, reirse, carcajadas, sonrie, sonrien, sonrisa, sonreir
crying: se echa a llorar, llanto
tears: lagrima, lagrimas
tender: ternura, tierna, tiernos, carino, carinoso
heart: corazon, alma
heartbroken: mal de amores, penas de amor
love: amor, ama, aman, amar, querido
kiss: besos, se besan
bride: novia, novias
groom: novio, novios
wedding: casamiento, se casa, tarta de boda
husband: marido, esposo
uncle: mi tio
cousin: primo
children: crios, chiquillos, chamacos, pequenines
girl: chicas
young: joven
old: viejo, vieja
village: ciudad vieja, casco viejo, villa
lost: pierde el
losing: pierde, pierden, perdio
finds: encuentran, hallar, encontrar
searching: busca, buscar
looks: mirar, se miran, observan
listens: escuchar, oye, oir
waits: espera, esperando, esperar
moves: se mueve, se mueven, mueve, mueven, mover, movimiento
walks: camina, caminan, caminando, andar
runs: corre, corriendo, correr, corrio
jumps: saltan, salto, saltando, brinca, brincan
falls: caen, cayendo, cayo
trips: tropezon
shattered: se rompe, romper
opens: abierto, abrir
closes: cierra, cierran, cerrar
pulls: jalan, arrastra, arrastran
climbs: escala, escalan, trepa, trepan, sube la, suben
crosses: cruzar, atraviesa, atraviesan
comes down: desciende, descienden
floats: flotando, flotar
underwater: nada en
sinking ship: hunde, hunden, se hunde, se hunden, hundirse, hundimiento, naufragan
glowing: brillando, brillo, resplandor, encender, enciende, encienden, prende
sings: canta, cantar
dances: baila, bailan, bailando, bailar, danzan
dancing: bailongo, bailoteo, pachanga, pachanguero
reggaeton: reggaeton, regueton, perreo, perrear, dembow
party: fiestero, juerga, farra, marcha nocturna, jarana, parranda, de marcha, marchoso, fiestón
techno: techno, tecno, makina, bacalao
hard: duro, a tope, cañero, contundente
bass: bajos fuertes, linea de bajo, graves
cumbia: cumbia, vallenato
mariachi: corrido
flamenco: buleria, sevillana, rumba flamenca
80s: ochentero, los 80, de los 80, decada de los 80, anos ochenta
90s: noventero, los 90, de los 90, anos noventa
70s: setentero, los 70, de los 70, anos setenta
60s: sesenta, sesentero, anos 60, los 60, de los 60, anos sesenta
50s: cincuenta, anos 50, los 50, de los 50, anos cincuenta
1920s: anos veinte, felices anos veinte, locos anos veinte, de los 20
1930s: anos treinta, anos 30, de los 30
3/4: tres por cuatro, compas de tres
clapping: con palmas
applause: aplauso, aplauden
silence: silencio, callado, se calla, calla
loud: ruido, a gritos
scream: chilla
fear: miedo, temor, temen
panic: panico
terrifying: aterradora, terrorifica, espantoso
knife: cuchillo, navaja, punal
grave: tumba, sepultura
coffin: ataud, feretro
corpse: cadaver
death: muerto, la muerte
kills: matar
ghost: fantasmal, alma en pena
monster: monstruos
devil: satan
orc: orco, ogro
army: ejercito, tropa
war: guerra, guerrero, belico, guerra mundial, segunda guerra mundial, primera guerra mundial
weapon: arma, espadas
arrow: flecha
fight: lucha, luchan, luchar, pelear
wrestling: luchador, luchadora
mask: antifaz
boxer: boxeador, boxeadora
punch: puno
winner: gana, ganador, ganadora, ganar
fails: falla, fallan, falla todo, fracaso, sale mal, salen mal, no acierta
trick: truco
surprise: sorpresa
danger: riesgo
escape: escapa, huyen, huye
chase: persigue, persiguen, persiguiendo
thief: ratero
steals: robar
police: poli
bomb: bombas
smoke: humo
wind: vientos fuertes
storm: temporal
rain: llueve, lloviendo, mojado, charco
thunder: trueno, relampago
ice: hielo, helada
snow: nieva, nevado
moon: lunar
star: estrella, estrella fugaz
earth: tierra, mundo
forest: selvatico
tree: rama
leaf: hoja
flower: flor, flores, florecita
stone: piedra, roca
river: rio
sea: marea
wave: ola, olas, oleaje
boat: barco, lancha
harbour: muelle
gate: puertas del castillo, porton
bridge: puentes
castle: castillos
tower: torre
city: urbe
street: callejon, acera
square: plaza
road: sendero, ruta
car: auto
bike: bici
plane: avion
stage: tablas, obra de teatro
living room: sala de estar
alone: solo en, sola, solos, solas
happy: felices, buen rollo, buena onda, buen humor
sad: tristona
fresh: fresco, frescura
positive: positivo
energy: energia, mucha energia
crazy: loco, locura, chiflado
funny: chistoso, risueno, chiste
strong: fuerte, fuerza, fortachon
soft: suave, suavemente, blando
slow: despacito
fast: deprisa, a toda velocidad, velocidad
quiet: tranquilo, tranquila, quieto, calladita
dark: oscura, penumbra, tinieblas
bright: luminoso, claro
warm: calido, templado
hot: caliente, calor, caluroso
big: enormes, gigantesco, grandote
tiny: diminuto, pequenito
beautiful: guapo
ugly: feo
dirty: sucio
cleaning: limpia, limpiar
vase: jarron, florero
clock: marca las doce, campanadas
knocks: llama a la puerta, llaman a la puerta, toca la puerta, tocar la puerta
calls: llama, llamar
key: llave
money: dinero, plata
coins: moneda
gift: regalo
tightrope: cuerda floja
rope: soga
ball: pelota, balon
game: juego
company: empresa, empresarial
presentation: presentacion
school: cole, instituto, cuaderno
teacher: profe
carnival: comparsa, carnavalesco
rio: carnaval de rio, rio de janeiro
skate: skate, patina, patinan, monopatin
punk: punk, punkarra
astronaut: cosmonauta
spaceship: nave
technology: tecnologia, tecnologico
history: historia
story: cuenta, cuentan, relato
war drums: tambores de guerra
heroes: heroes, heroico
knight: armadura
queen: reinas
witch: brujas
god: dioses
hell: infierno
heaven: paraiso
life: vida
night: anoche
christmas: nochebuena
spanish: andaluz, andaluza, andalucia, sevilla, castilla, espanola
argentina: argentino, gaucho
peru: andino, andes, inca
russian: rusia, ruso
italy: italia, italiano
arabia: arabe
germany: aleman, alemania
america: americano
english: ingles, inglesa
advert: campaña, campana publicitaria
world: mundial de
legend: leyenda
wallet: cartera
prey: presa
child: infantil
daughter: hijas
camp: campamento, acampada, tienda de campana
campfire: fuego de campamento
art: arte, artista
priest: cura, sacerdote, monaguillo
duke: duque, conde, condesa
fashion: modas
wood: madera
copper: cobre
pain: dolor, duele
clothes: ropa, traje, vestido
dirt: barro, lodo
rock: roquero
slapstick: gag
joke: broma, bromas, bromista
silly: tonto, bobo, tonteria
clumsy: torpe, torpeza
cute: tierno, monisimo, cuqui
naughty: travieso
magic: magico, encantamiento
spell: pocion
elf: duende, duendes
forest spirit: espiritu del bosque
moonlight: a la luz de la luna, luz de la luna, claro de luna
northern lights: aurora boreal, auroras boreales
rainbow: arcoiris, arco iris
cave: caverna
rooster: gallos
frog: sapo
pirates: piratas
sword: espadazo
arena: coliseo
emperor: faraon
pyramid: piramides
tribe: tribu
campaign: campaña electoral
court: juicio, tribunal
news: noticia, telediario
cooking: receta
acrobat: trapecista, trapecio, funambulo
mime: mimo
market: mercadillo, tianguis
tent: carpa
hug: abrazo, abraza, abrazan, se abrazan
slow dance: baile lento, bailan lento, baile agarrado
salsa: salsero
merengue: merengue, bachata
latin: latina, latinos, tropical, guateque
samba: samba
rap: rap, rapero, rapea, rapean
trap: trapero
ambush: trampa
house: musica house
electronic: electro
rave: rave, maquinero
chill: relax, relajarse, relajante, chill
smooth: fluido, fluye
robotic: entrecortado
bouncy: saltarin, saltarina
majestic: majestuosa
heroic: heroica, heroicos
dramatic: dramatico
mysterious: misteriosos
nostalgic: nostalgica
melancholic: melancolica, melancolia
peaceful: apacible, pacifica
scary: asusta, asustan, susto, miedoso, da miedo, de miedo
haunted: embrujada, maldita
creaks: cruje, crujen, chirria
dark alley: callejon oscuro
attic: buhardilla
mansion: caseron
old home: casa vieja, vieja casa
old man: senor mayor, hombre mayor, hombre viejo
old woman: senora mayor, mujer mayor, mujer vieja
cauldron: caldero
workers: obrero, trabajador, peon
breakfast: desayunar, desayuno
grass: hierba, cesped, pasto
footballer: futbolista
football: jugador
gangster: ganster, pandillero, narco
shoes: zapatilla, tacon
makeup: maquillaje, maquilla
apprentice: aprendiz, discipulo
dough: masa, amasar
goes out: apagar, apaga la luz
stirs: remover, remueve, revuelve
smokes: fumar
kneels: arrodillar, se arrodilla
counts money: cuentan dinero, cuenta dinero, contar dinero
counts: contar
trembling: temblar, tiembla, tiemblan
shakes: sacudir, agita, agitan
breathes: respirar, jadea
dies: morir, muere, mueren, murio, ha muerto, fallece, fallecio
speaks: hablar, habla, charlan
asks: preguntar
rings: sonar el telefono, suena el telefono
eats: come, devora, devoran
drinks: beber
feeds: alimentar, dar de comer, da de comer
washing: se bana, ducha
cuts: cortar
paints: pintar, dibujar
throws: arrojar, avienta
catches: atrapar, pillar
marries: casarse
arrives: llegar a
returns home: vuelve a casa, regresa, regresan, regresa a casa, volver a casa
dreams: sonar despierto, suena con, sueno, suenos, sueña, sueñan
shrinks: encoger
melts: derriten
freezes: congelar
dives: zambulle
drowning: ahogar
rolls: rodar, rueda, ruedan
spins: girar, gira
balance: balancear, equilibra
crashes: chocar, estrellarse
bursts: revienta
collapses: derrumbar
appears: aparecer
disappears: desaparecer
hides: esconder, se esconden
sneaks: a escondidas, de puntillas, sigilo, sigilosa
attacks: atacar
destroys: destruir, destruye, destruyen
superhero: superheroe, superheroina
goes off: se va a
farewell: despide, despiden, se despiden
hopeful: esperanzada
fishermen: pescador
gas lamp: farola
wall: muro, muralla
pillow: almohada
cabin: cabana, choza
pond: estanque, charca
barrel: barril
basket: cesto
candlelight: a la luz de las velas
lamp: lampara
bag: bolso, maletin
shirt: camisa, camiseta
traffic: bocina
flag: bandera
thread: hilo, tela
needle: aguja
scissors: tijeras
hammer: martillo
brick: ladrillo
egg: huevo
rice: arroz
corn: maiz
tomato: tomate, jitomate
potato: patata, papas fritas
olive: aceite, aceituna, olivo
salt: sal
honey: miel
hunger: hambre, hambriento
thirst: sed
sweat: sudor, suda
wound: heridas, cicatriz
bones: hueso
ashes: ceniza
abyss: abismo
dew: rocio
rose: rosas
sunflower: girasol
ladybug: mariquita
grasshopper: saltamontes, grillo
wasp: avispa
parrot: perico
peacock: pavo real
flamingo: flamencos rosas
llama: llamita
goat: chivo
sheep: borrego
rat: rata, ratas
puppy: cachorrito
hole: hoyo, agujero
cage: jaula
chains: cadena
prisoner: reo
swimming pool: piscina, alberca
balcony: balcon, serenata
fountain: fuente
statue: estatua
monument: monumentos
mosque: mezquita
procession: procesion, semana santa, cofradia
baptism: bautizo
quinceanera: quinceanera, quince anos
valentine: san valentin, dia de los enamorados
mother's day: dia de la madre
easter: pascua
kings: reyes magos
new year: nochevieja, campanadas de fin de ano
freedom: libre
hate: odio
envy: envidia
rage: ira, furia, rabioso
grief: luto, duelo por
pride: orgullo
hope: esperanzas
mercy: piedad
weird: raro, extrano
solid: firme
endless: eterno, infinito
holy: santo, sagrado
cruel: cruel, cruelmente
wild: feroz
sensual: sensual, seductor, seductora
psychedelic: psicodelico
festive: festivo
playful: juguetona, juguetones
driving: trepidante, frenetico
relaxed: relajado
urban: urbana, urbanas
tribal: tribal
dreamy: sonadora, ensonacion
judge: justicia
plays: tocar
chicken: gallinero
silent: sin ruido, silenciosamente
shipwreck: barco hundido, pecio, naufragio
top hat: chistera, sombrero de copa
street performer: musico callejero
knitting: tejer
blows: soplar
mixes: mezclar
slides: deslizar, se desliza
rehearsal: ensayar
crystal: cristal
veteran: veterano
first love: primer amor
first day of school: primer dia de colegio, primer dia de clase
moving: mudanza
gardening: jardineria, riega, regar
grandfather clock: reloj de pie
massacre: masacre
fairground: recinto ferial
distorted guitar: guitarras distorsionadas, guitarra distorsionada, guitarras con distorsion
distorted: distorsionado, distorsion
less drums: poca bateria, poca percusion, casi sin bateria
less bass: poco bajo
less guitar: poca guitarra, pocas guitarras
ireland: irlandesa
japanese: japonesa
scotland: escoces, escocesa, escocia
paris: francesa
vinyl: vinilo
ticking: tictac, tic tac
creepy: siniestro
fat: gordo
pad: colchon
yard: patio
gladiator: gladiador
newborn baby: recien nacida
funeral: entierran, sepelio
holds: sostiene, sujeta
last day of school: ultimo dia de clase
carriage: carruaje, carroza
lands: aterriza, aterrizan
starts: arranca, arrancan
gone: desaparecido
pregnant: embarazada
divorce: divorcio
thirsty: sediento
drunk: borracho
sneeze: estornuda
yawns: bosteza
snores: ronca
sleepwalker: sonambulo
lifeguard: socorrista
butcher: carnicero
carpenter: carpintero
plumber: fontanero, plomero
electrician: electricista
mechanic: mecanica de coches
mason: albaniles
window cleaner: limpiacristales
librarian: bibliotecario
secretary: secretario
banker: banquero
sniper: francotirador
assassin: asesina
hostage: rehen
kidnapping: secuestro, secuestran
torture: tortura
gallows: horca, verdugo
catacombs: catacumbas
labyrinth: laberinto
secret passage: pasadizo, pasadizo secreto
treasure hunt: busqueda del tesoro
shipwrecked: naufrago
raft: balsa
anchor: ancla
iceberg: icebergs
fjord: fiordo
avalanche: alud
flood: inunda
drought: sequia
eclipse: eclipses
comet: cometa en el cielo
satellite: satelites
hologram: holograma
time machine: maquina del tiempo
clone: clones
mutant: mutantes
cyborg: ciborg
drone: dron
welding: soldador, suelda
hourglass: reloj de arena
typewriter: maquina de escribir
gramophone: gramofono
merry go round: calesita
domino: domino
card game: cartas de poker, juego de cartas
casino: ruleta
dice: dados
wrestler: luchadores
fencing: esgrimista
archery: tiro con arco
high jump: salto de altura
marathon: maratonista
rowing: remeros
snowboarding: snowboard
parachute: paracaidas, paracaidista
bungee jump: puenting
hot air balloon: globo aerostatico
zeppelin: dirigible
trench: trinchera
bombing: bombardeo
catapult: catapulta
crossbow: ballesta
armor: cota de malla
squire: escudero
jester: bufones
minstrel: juglar, trovador, bardo
druid: druida
shaman: chaman
prophecy: profecia
amulet: amuleto, varita
crystal ball: bola de cristal
fortune teller: adivina, vidente
werewolf: hombres lobo
gargoyle: gargola
sea monster: monstruo marino
yeti: abominable hombre de las nieves
minotaur: minotauro
centaur: centauro
pegasus: pegaso
griffin: grifo
garden gnome: gnomo de jardin
teapot: tetera
frying pan: sarten
pancakes: tortitas, panqueques
pizza: pizzas, pizzero
sushi: sushi
burger: hamburguesa
picnic: picnic, merienda en el campo
barbecue: barbacoa, asado
buffet: bufe
cocktail: coctel
champagne: champan, cava
toast: brindar
honeymoon: luna de miel
proposal: pide matrimonio, propuesta de matrimonio
first kiss: primer beso
breakup: ruptura, rompen su relacion
cheating: infidelidad
blind date: cita a ciegas
nursery: cuarto de ninos
baby: carrito de bebe
diaper: panal de bebe
tooth fairy: raton perez, hada de los dientes
santa claus: santa claus
reindeer: reno
gingerbread: pan de jengibre
christmas tree: arbol de navidad
advent: adviento
easter bunny: conejo de pascua
fireworks: petardos, cohetes en el cielo
bonfire: hogueras, fogatas
lantern festival: festival de faroles
harvest festival: fiesta de la cosecha
wine festival: fiesta de la vendimia
flea market: mercado de pulgas
auction: subasta
election: eleccion
interview: entrevista
classroom: pupitre, pizarra
exam: examenes
graduation: graduados
bully: matones, acoso escolar
nurse: comadrona, partera
tailor: zapatero
flowers: florista, floristeria
stars: meteorito
"""
"""Rows "meaning: word, word", as in the tables of the languages, which these rows overrule."""
