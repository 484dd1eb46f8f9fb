"""What Spanish prompts say most, as it is written there: without accents, forms and false friends spelt out."""

from __future__ import annotations

WORDS = """
: lo, le, les, me, te, nos, yo, tu, tus, ti, el, ella, ellos, ellas, ello, usted, ustedes, nosotros, mis, mio, mia,
    suyo, suya, nuestro, nuestra, nuestros, nuestras, esa, ese, eso, esos, esas, esto, estos, estas, aquel, aquella,
    aquellos, aqui, ahi, alli, alla, aca, ser, soy, eres, somos, son, era, eran, fue, fueron, sera, seran, sea, sean,
    sido, siendo, estar, estoy, estan, estaba, estaban, estado, estando, hay, habia, haber, han, has, he, ha, hemos,
    tener, tengo, tiene, tienen, tenia, tuvo, hacer, hago, hace, hacen, hacia, hizo, hecho, haciendo, poder, puede,
    pueden, podia, debe, deben, deber, querer, quiere, quieren, queria, decir, dice, dicen, dijo, dicho, dame, ir, voy,
    va, van, vamos, iba, ido, vaya, yendo, se va, ver, ve, ven, veo, visto, viendo, dar, da, dan, dio, den, dado,
    dando, poner, pone, ponen, puso, puesto, quedar, queda, quedan, llegar, llega, llegan, llego, llegado, llegando,
    venir, viene, vienen, vino de lejos, salir, sale, salen, salio, saliendo, entrar, entra, entran, pasar, pasa,
    pasan, paso a paso, pasado, pasando, llevar, lleva, llevan, llevando, traer, trae, traen, dejar, deja, dejan,
    tomar, toma, toman, coger, coge, cogen, parecer, parece, parecen, saber, sabe, saben, creer, cree, creen, sentir,
    siente, sienten, sentado, sentada, sentados, seguir, sigue, siguen, siguiendo, empezar, empieza, empiezan,
    comenzar, comienza, comienzan, volver, vuelve, vuelven, sacar, saca, sacan, meter, mete, meten, mientras, cuando,
    donde, adonde, quien, quienes, cual, cuales, cuanto, porque, pues, aunque, si, ya, aun, asi, tan, tanto, tanta,
    tantos, tantas, tal, tales, cada, otro, otra, otros, otras, mismo, misma, mismos, mismas, todo, toda, todos, todas,
    nada mas, algo, alguien, nadie, algun, alguno, alguna, algunos, algunas, cualquier, cualquiera, varios, varias,
    ambos, bastante, demasiado, demasiada, casi, apenas, tal vez, quizas, siempre, a veces, ahora, hoy, ayer, entonces,
    antes, despues, luego, pronto, todavia, tambien, ademas, sino tambien, contra, segun, ante, tras, bajo el, durante,
    dentro, fuera, encima, debajo, arriba, abajo, adelante, delante, detras, atras, cerca, lejos, junto, junta, juntos,
    juntas, alrededor, enfrente, frente, medio, media, mitad, primer, primero, primera, primeros, primeras, ultimo,
    ultima, ultimos, ultimas, segundo, segunda, tercer, tercera, dia, dias, semana, semanas, mes, meses, ano, anos,
    hora, horas, minuto, minutos, segundos, rato, momento, momentos, vez, veces, tiempo, tiempos, fin, final del dia,
    principio, inicio, mujer, mujeres, hombre, hombres, senor, senora, senores, senorita, gente, persona, personas,
    tipo, tio, tia, cosa, cosas, lado, lados, lugar, lugares, sitio, parte, partes, forma, modo, manera, casa, casas,
    hogar, piso, puerta, puertas, pared, paredes, suelo, techo, mesa, silla, sillas, sofa, rincon, esquina, cuarto,
    mano, manos, pie, pies, pierna, piernas, brazo, brazos, cabeza, cara, caras, rostro, rostros, ojo, ojos, boca,
    nariz, oreja, orejas, pelo, dedo, dedos, espalda, hombro, hombros, cuerpo, cuerpos, piel, agua, aire, aires, luz,
    luces, color, colores, rojo, roja, rojos, rojas, azul, azules, verde, verdes, amarillo, amarilla, blanco, blanca,
    blancos, blancas, rosa, marron, imagen, imagenes, sonidos, palabra, nombre, texto, plano, planos, camara, toma uno,
    gracias, bueno, buena, buenos, buenas, buen, bien, mejor, mejores, peor, nuevo, nueva, nuevos, nuevas, largo,
    larga, largos, largas, corto, corta, alto, alta, altos, altas, baja, bajas, ancho, redondo, lleno, llena, llenos,
    gran, grandes, pequenos, pequenas, chiquito, chiquita, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez,
    doce, cien, mil, mucha, muchos, muchas, pocos, pocas, poca, tira, tiran, tiene que, hay que, poco a poco, de
    pronto, al lado, sobre todo, a traves, a la vez, por fin, en medio, fondo, base
no: nada, sin nada de, sin ningun, sin ninguna, sin nada, prohibido, ninguno, nadie toca
late: tarde de todo, llega tarde, llegan tarde, demasiado tarde
evening: tarde, por la tarde, atardeceres, tardes
foot: pisa, pisan, pisada, pisadas
sand: arena, arenas, duna, dunas
box: caja, cajas, cajon, cofre
drum: caja clara, redoblante, tamborilero, bombo, bombos
drums: tambores, batucada, timbales y bombo
wish: ganas, deseo, deseos, desea
truck: camion, camiones, camioneta
folder: carpeta, carpetas
cup: copa, copas, vaso, vasos, taza, tazas, brindis
trophy: copa del mundo, trofeo, trofeos
morning: manana, mananas, por la manana, madrugada
hill: monte, montes, colina, colinas, cerro, loma
real: real, reales, verdadero, verdadera
royal: palacio real, corte real, familia real
long: a lo largo
jealous: celos, celoso, celosa
possession: posesion, posesiones
possessed: poseida, poseido
candle: vela, velas, candelabro
sail: a toda vela, velero, veleros, navega, navegar, navegan
skull: calavera, calaveras, craneo, craneos
day of the dead: dia de muertos, dia de los muertos, catrina, catrinas
whispers: susurro, susurros, susurra, susurran, susurrando, murmullo
hits: golpe, golpes, golpea, golpean, golpear, punetazos
saw: motosierra, serrucho
mountain: sierra, sierras, montana, montanas, cordillera
golden: dorado, dorada, dorados, doradas
vineyard: vendimia, vinedo, vinedos, uvas
door creaks: puerta cruje
bed: cama, camas
under the bed: debajo de la cama
sleeping: dormir, dormida, dormidos, se duerme, duermen, durmiendo
wakes up: despierta, despiertan, desperto, se despierta
food: yogur, churros, churro, bunuelos
bread: pan, panes, miga, migas
sugar: azucar
cheese: queso, quesos
wine: vino, vinos
beer: cerveza, cervezas
food: comida, manjar, alimento, alimentos, plato, platos
fruit: fruta, frutas, manzana, naranja, naranjas, limon
milk: leche
ice cream: helado, helados
candy: dulce, dulces, caramelo, golosina
sweet: dulzura
cockroach: cucaracha, cucarachas
fly: mosca, moscas
ant: hormiga, hormigas, hormiguero
bull: toro, toros, torero, toreros, corrida, matador
bullfight: corrida de toros, plaza de toros
horse: caballo, caballos, yegua, potro, galope, galopa, galopan
ride: monta, montar, montando, cabalgata
cow: vacas, ternero
bird: pajaros, ave, aves, pajarillo
dog: perros, perrito, perritos, ladra, ladran
cat: gatos, gatita, gatitos, callejeros de noche, felino
whale: ballenas
duck: pata y patito, patito, patitos
fish: peces, pececito, pececillo
animals: animal, animales, bicho, bichos
worm: gusanos
wing: ala, alas
feathers: pluma, plumas
net: red, redes
duck family: familia de patos
villain: malo, mala, malos, malas, villana, villanos
evil: maldad, maligno, maligna, mal
laughs: rie, rien, se rie, se rien, reirse, carcajadas, sonrie, sonrien, sonrisa, sonreir
cries: llora, lloran, llorar, llorando, se echa a llorar, llanto
tears: lagrima, lagrimas
tender: ternura, tierna, tiernos, carino, carinoso
heart: corazon, corazones
heartbroken: corazon roto, desamor, desamores, mal de amores, penas de amor
soul: alma, almas
love: amor, amores, ama, aman, amar, querida, querido
kiss: besos, besan, se besan
bride: novia, novias
groom: novio, novios
wedding: casamiento, bodas, se casa, se casan
husband: marido, esposo, esposa
grandmother: abuela, abuelas, abuelita
grandfather: abuelo, abuelos, abuelito
uncle: mi tio
cousin: primo, prima, primos, primas
children: ninos, ninas, crios, chiquillos, chamacos, pequenines
boy: chico, chicos, chaval, chavales, muchachos
girl: chica, chicas
young: joven, jovenes
old: viejo, vieja, viejos, viejas, anciana, ancianas
old town: ciudad vieja, casco viejo
lost: perdido, perdida, perdidos, perdidas, pierde el
losing: pierde, pierden, perdio
finds: encuentra, encuentran, hallar, halla, encontrar
searching: busca, buscan, buscando, buscar
looks: mira, miran, mirando, mirar, mirada, miradas, se miran, observa, observan
listens: escucha, escuchan, escuchar, oye, oir
waits: espera, esperan, esperando, esperar
reads: lee, leen, leyendo, leer
teaches: ensena, ensenan
moves: se mueve, se mueven, mueve, mueven, mover, movimiento, movimientos
walks: camina, caminan, caminando, anda, andan, andando, andar
runs: corre, corren, corriendo, correr, corrio
jumps: salta, saltan, saltos, salto, saltando, brinca, brincan
falls: cae, caen, cayendo, se cae, se caen, cayo, caida
trips: tropieza, tropiezan, tropezon, resbala, resbalan
breaks: rompe, rompen, se rompe, romper, roto, rota, rotos
opens: abre, abren, abierto, abierta, abrir
closes: cierra, cierran, cerrado, cerrada, cerrar
pushes: empuja, empujan
pulls: jala, jalan, arrastra, arrastran
climbs: escala, escalan, trepa, trepan, sube la, suben
crosses: cruza, cruzan, cruzar, atraviesa, atraviesan
comes down: desciende, descienden
flies: vuela, vuelan, volando, volar
floats: flota, flotan, flotando, flotar
swims: nada en, nadan, nadando, nadar
sinks: hunde, hunden, se hunde, se hunden, hundirse, hundimiento, naufragio, naufragan
burns: quema, queman, arde, arden, ardiendo
glowing: brilla, brillan, brillando, brillo, resplandor
sings: canta, cantan, cantando, cantar
dances: baila, bailan, bailando, bailar, bailo, danzan
dancing: bailongo, bailonga, bailoteo, bailable, bailables, pachanga, pachanguero
reggaeton: reggaeton, regueton, perreo, perrear, perrea, perreando, dembow
party: fiesta, fiestas, fiestero, fiestera, juerga, farra, marcha nocturna, jarana, parranda
techno: techno, tecno, makina, bacalao
hard: duro, dura, duros, duras, a tope, cañero, cañera, contundente
bass: bajos, bajos fuertes, linea de bajo, graves
rhythm: ritmo, ritmos, ritmico, compas, compases
cumbia: cumbia, cumbias, vallenato
mariachi: mariachi, mariachis, ranchera, rancheras, corrido, corridos
flamenco: flamenco, flamenca, buleria, bulerias, sevillana, sevillanas, rumba flamenca, tablao
80s: ochenta, ochentero, ochentera, ochenteros, anos 80, los 80, de los 80, decada de los 80, anos ochenta
90s: noventa, noventero, noventera, anos 90, los 90, de los 90, anos noventa
70s: setenta, setentero, anos 70, los 70, de los 70, anos setenta
60s: sesenta, sesentero, anos 60, los 60, de los 60, anos sesenta
50s: cincuenta, anos 50, los 50, de los 50, anos cincuenta
1920s: anos veinte, felices anos veinte, locos anos veinte, anos 20, de los 20
1930s: anos treinta, anos 30, de los 30
3/4: tres por cuatro, compas de tres
clapping: palmas, con palmas, aplauso, aplausos, aplauden
silence: silencio, callado, se calla, calla
loud: ruido, ruidos, estruendo, a gritos
scream: grito, gritos, grita, gritan, gritando, chilla
fear: miedo, miedos, temor, temen
panic: panico
nightmare: pesadilla, pesadillas
terrifying: aterradora, terrorifica, espantoso, espantosa
blood: sangre, sangriento, sangrienta
knife: cuchillo, cuchillos, navaja, navajas, punal
grave: tumba, tumbas, sepultura
coffin: ataud, ataudes
corpse: cadaver, cadaveres
curse: maldicion
death: muerte, muerto, muerta, muertos, muertas, la muerte
kills: mata, matan, matar
ghost: fantasmal, alma en pena
monster: criatura, criaturas, monstruos
devil: demonios, satan
orc: orco, orcos, ogro, ogros
army: ejercito, ejercitos, tropa
war: guerra, guerras, guerrero, belico
weapon: arma, armas, espadas
arrow: flecha, flechas
fight: lucha, luchan, luchando, luchar, pelean, peleando, pelear
wrestling: lucha libre, luchador, luchadores, luchadora
mask: mascara, mascaras, antifaz
boxer: boxeador, boxeadora, boxeadores
training: entrena, entrenan, entrenando, entrenar
punch: puno, punos, punetazo
wins: gana, ganan, gano, ganado, ganador, ganadora, ganar
fails: falla, fallan, falla todo, fracaso, fracasa, sale mal, salen mal, no acierta
trick: truco, trucos
surprise: sorpresa, sorpresas
danger: peligro, peligros, riesgo
escape: escapa, escapan, escapando, huyen, huye
chase: persigue, persiguen, persiguiendo, perseguido
thief: ladrones, ratero
steals: roba, roban, robando, robar
police: policias, poli
bomb: bombas
dust: polvo, polvoriento, polvorienta
smoke: humo
wind: viento, vientos fuertes
storm: tormenta, tormentas, temporal
rain: lluvia, lluvias, llueve, lloviendo, mojado, mojada, mojadas, mojados, charco, charcos
thunder: trueno, truenos, relampago, relampagos
ice: hielo, helada
snow: nieva, nevado, nevada, nevados
sun: sol, soles, soleado
moon: luna, lunas, lunar
star: estrella, estrella fugaz
sky: cielo, cielos
earth: tierra, tierras, mundo, mundos
land: campo, campos, prado, prados
forest: bosque, bosques, selvatico
tree: arbol, arboles, rama, ramas
leaf: hoja, hojas
flower: flor, flores, florecita
stone: piedra, piedras, roca, rocas
river: rio, rios
sea: mar, mares, marea, mareas
wave: ola, olas, oleaje
boat: barco, barcos, lancha, bote
harbour: puerto, puertos, muelle, muelles
gate: puertas del castillo, porton
bridge: puentes
castle: castillos, alcazar
tower: torre, torres
city: ciudad, ciudades, urbe
village: pueblo, pueblos, pueblito, aldeas
town: villa
street: calle, calles, callejon, callejones, acera, aceras, callejero, callejeros, callejera
square: plaza, plazas
road: camino, caminos, sendero, ruta
train: tren, trenes, vagon
car: coche, coches, carro, carros, auto, autos
bike: bici, bicis
plane: avion, aviones
stage: escenario, escenarios, telon, tablas
ballerina: bailarina, bailarinas, bailarina de ballet
ballroom: salon, salones, salon de baile
living room: sala de estar
empty: vacio, vacia, vacios, vacias
alone: solo en, sola, solos, solas, a solas
lonely: soledad, solitaria
tired: cansada, cansados, agotada
happy: alegre, alegres, feliz, felices, contenta, contentos, animada
sad: triste, tristes, tristona, apenado
fresh: fresco, fresca, frescura
modern: moderno, moderna, modernos
positive: positivo, positiva, optimista
energy: energia, mucha energia
crazy: loco, loca, locos, locas, locura, chiflado
funny: chistoso, chistosa, divertida, divertidos, risueno, chiste, chistes
strong: fuerte, fuertes, fuerza, fortachon
soft: suave, suaves, suavemente, suavecito, blando
slow: lento, lenta, lentos, despacito, pausado
fast: rapido, rapida, rapidos, deprisa, veloz, a toda velocidad, velocidad
quiet: tranquilo, tranquila, tranquilos, quieto, quieta, calladita
dark: oscura, oscuros, negro, negra, negros, negras, penumbra, tinieblas
bright: luminoso, luminosa, claro, clara
cold: frio, fria, frios, frias
warm: calido, calida, templado
hot: caliente, calor, caluroso
light: ligera, ligeros
big: enormes, gigantesco, gigantesca, grandote
tiny: diminuto, diminuta, pequenito, pequenita
beautiful: hermoso, hermosa, bella, bello, bonita, bonito, precioso, preciosa, guapo, guapa
ugly: feo, fea, feos
dirty: sucio, sucia
clean: limpio
cleaning: limpia, limpian, limpiando, limpiar
vase: jarron, jarrones, florero
balloon: globo, globos
clock: reloj, relojes, marca las doce, campanadas
knocks: llama a la puerta, llaman a la puerta, toca la puerta
calls: llama, llaman, llamada
letter: carta, cartas
window: ventana, ventanas
lighthouse: faro, faros
key: llave, llaves
money: dinero, plata
coins: moneda, monedas
gift: regalo, regalos
tightrope: cuerda floja
rope: soga
toy: juguetes
ball: pelota, pelotas, balon
goal: gol, goles, golazo
game: juego
company: empresa, empresas, empresarial
presentation: presentacion, presentaciones
product: producto, productos
supermarket: supermercado, supermercados
factory: fabrica, fabricas
school: escuela, escuelas, cole, instituto, colegio
teacher: maestra, profe
class: clase, clases
sunday: domingo, domingos
carnival: carnaval, carnavales, comparsa, comparsas
rio: carnaval de rio, rio de janeiro
skate: skate, patina, patinan, patinaje, monopatin
punk: punk, punki, punkarra
astronaut: astronautas, cosmonauta
spaceship: cohetes, nave
robot: robots, robotico
technology: tecnologia, tecnologico, tecnologica
history: historia, historias
story: cuenta, cuentan, relato
war drums: tambores de guerra
heroes: heroes, heroico
knight: caballero, caballeros, armadura
king: rey, reyes
queen: reina, reinas
witch: brujas, bruja, brujeria
angel: angeles, angelito
god: dioses
hell: infierno
heaven: paraiso
life: vida, vidas
night: noche, noches, anoche, nocturnos
summer: veraniego, veraniega
christmas: navidades, villancico, villancicos, nochebuena
spain: andaluz, andaluza, andalucia, sevilla
argentina: argentino, gaucho, gauchos
peru: andino, andina, andes, inca, incas
russia: rusia, ruso, rusa
italy: italia, italiano, italiana
arabia: arabe, arabes
germany: aleman, alemania
america: americano, americana
english: ingles, inglesa
: cuentas, suena, suma, os, uno, caso, verdad, acuerdo, ejemplo, igual, millones, numero, falta, idea, nivel, seguro,
    posible, uso, cierto, lista, especial, hola, pregunta, lunes, martes, miercoles, jueves, viernes, sabado, enero,
    febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, siquiera, incluso,
    unico, unica, ademas de, capaz, completamente, propio, propia, resto, modo que, obra, obras, patas, pata, coma,
    justa, justo, rodea, rodean, quisiera, necesito, me gustaria, busco musica, musica para, algo para, tono, del tipo,
    tipo de, en plan, que suene, suene, suenen, suenan, sonar, sonido de, ritmo de vida, acaba, acaban, acabar, ocurre,
    ocurren, aparece, aparecen, siguiente, anterior, cualquier cosa, encanta, encantan, gusta, gustan, pide, piden,
    cambia, cambian, cambio, intento, despacho, habitacion, pared de, sentir, ojala, dedos, pecho, dientes, labios,
    cuello, mejilla, mejillas, rodilla, rodillas, barba, bigote, pierde la, superficie, muestra, muestran
advert: campaña, campañas, campana publicitaria
bullfight: capote
war: guerra mundial, segunda guerra mundial, primera guerra mundial
world: mundial de
theatre: obra de teatro, teatro, teatros
dance floor: pista de baile
spain: castilla, espana, espanol, espanola, espanoles
legend: leyenda, leyendas
wallet: cartera
prey: presa
child: infantil, infantiles
daughter: hija, hijas
son: hijo, hijos
camp: campamento, acampada, tienda de campana
campfire: fogata, hoguera, fuego de campamento
art: arte, artes, artista, artistas
priest: cura, sacerdote, monaguillo
duke: duque, conde, condesa
fashion: moda, modas, desfile de moda
wood: madera
iron: hierro
copper: cobre
pain: dolor, duele
clothes: ropa, traje, vestido
dirt: barro, lodo
rock: rockero, rockera, roquero
slapstick: payasada, payasadas, gag, gags
joke: broma, bromas, bromista
silly: tonto, tonta, tontos, bobo, boba, tonteria, tonterias
clumsy: torpe, torpes, torpeza
cute: tierno, lindo, linda, monisimo, monisima, cuqui
naughty: travieso, traviesa, traviesos, travesura, travesuras
magic: magia, magico, magica, magicos, hechizo, hechizos, encantamiento
spell: pocion, pociones
dwarf: enanito, enanitos
elf: duende, duendes
fairy: hada, hadas
forest spirit: espiritu del bosque
moonlight: a la luz de la luna, luz de la luna, claro de luna
northern lights: aurora boreal
rainbow: arcoiris, arco iris
volcano: volcanes
waterfall: cascadas
cave: cuevas, caverna, cavernas
dinosaur: dinosaurios
owl: buhos
bee: abejas
rooster: gallos
chicken: pollito, pollitos, gallinas
frog: ranas, rana, sapo, sapos
snail: caracoles
turtle: tortugas
rabbit: conejito, conejitos
mouse: ratones, ratoncito
monkey: monito, monitos, monos
lion: leones
elephant: elefantes
bear: osos
crocodile: caimanes, cocodrilos
shark: tiburones
octopus: pulpos
mermaid: sirenas
pirates: piratas
treasure: tesoros
sword: espadazo, espadazos
shield: escudos
arena: coliseo, gladiador, gladiadores
emperor: faraon
pyramid: piramides
jungle: selvas, junglas
tribe: tribu, tribus
campaign: campaña electoral
court: juicio, tribunal
news: noticia, noticias, telediario
quiz: concurso
kitchen: cocina, cocinas
cooking: cocinan, cocinando, cocinar, guiso, receta, recetas
swing: columpio, columpios, balancea
juggling: malabarista, malabaristas
acrobat: acrobata, acrobatas, trapecista, trapecio, equilibrista, funambulo
mime: mimo, mimos
magician: ilusionista, magos
clown: payasos, payasa
camel: camellos
market: mercadillo, tianguis, zoco
tent: carpa
couple: pareja, parejas
hug: abrazo, abrazos, abraza, abrazan, se abrazan
slow dance: baile lento, bailan lento, baile agarrado
waltz: valses
tango: tangos, milonga, milongas
salsa: salsero, salsera, salseros
merengue: merengue, bachata, bachatas
latin: latina, latinos, latinas, tropical, caribena, guateque
samba: samba, sambas
rap: rap, rapero, rapera, rapea, rapean
trap: trapero, trapera
house: musica house
electronic: electronica, electro
rave: rave, raves, maquinero
chill: relax, relajarse, relajante, relajantes, chill
smooth: fluido, fluida, fluye
mechanical: mecanico, mecanica, engranaje, engranajes
robotic: robotica, entrecortado
bouncy: saltarin, saltarina, saltarines
gloomy: lugubre, sombria, tenebrosa
solemn: solemne
majestic: majestuosa, imponente
heroic: heroica, heroicos
dramatic: dramatico, dramatica
mysterious: misteriosa, misteriosos, enigma, enigmatica
romantic: romantica, romanticos
nostalgic: nostalgica, nostalgia
melancholic: melancolica, melancolia
peaceful: apacible, pacifica
tense: tensa, tensos
scary: asusta, asustan, susto, sustos, miedoso, da miedo, de miedo
haunted: embrujada, encantada, maldita
creaks: cruje, crujen, chirria
dark alley: callejon oscuro
basement: sotano, sotanos
attic: desvan, buhardilla
mansion: mansiones, caseron
hospital: hospitales
old home: casa vieja, vieja casa
old man: senor mayor, hombre mayor, hombre viejo
old woman: senora mayor, mujer mayor, mujer vieja
cauldron: caldero, calderos
workers: obrero, obreros, trabajador, trabajadores, peon
breakfast: desayunan, desayunar, desayuno
barefoot: descalzo, descalza, descalzos
grass: hierba, hierbas, cesped, pasto
footballer: futbolista, futbolistas
football: jugador, jugadores
gangster: ganster, gansteres, pandillero, pandilleros, narco, narcos
shoes: zapatilla, zapatillas, tacon, tacones
makeup: maquillaje, maquilla
apprentice: aprendiz, discipulo
dough: masa, amasar
goes out: apagar, apaga la luz
lights up: encender, enciende, encienden, prende
stirs: remover, remueve, revuelve
smokes: fumar, fuma
kneels: arrodillar, arrodilla, se arrodilla
counts money: cuentan dinero, cuenta dinero, contar dinero
counts: contar
chase: perseguir, persigue, persiguen, persecuciones
trembling: temblar, tiembla, tiemblan
shakes: sacudir, sacude, agita, agitan
breathes: respirar, respira, jadea
dies: morir, muere, mueren, murio
speaks: hablar, habla, hablan, charlan
calls: llamar, llamando
asks: preguntar
knocks: tocar la puerta
rings: sonar el telefono, suena el telefono
eats: comer, come, comen, devora, devoran
drinks: beber, bebe, beben, bebiendo
feeds: alimentar, dar de comer, da de comer
washing: lavar, se bana, ducha
cuts: cortar
paints: pintar, dibuja, dibujan, dibujar
writes: escribir, escribe, escriben
throws: lanzar, lanza, lanzan, arrojar, avienta
catches: atrapar, atrapa, pillar
loses: perder
celebrates: celebrar, celebra, celebran, festejan
marries: casarse
travels: viajar, viaje, viajes
drives: conducir, conduce, maneja
arrives: llegar a
returns home: vuelve a casa, regresa, regresan, regresa a casa, volver a casa
dreams: sonar despierto, suena con, sueno, suenos, sueña, sueñan
grows: crecer, crece, crecen
shrinks: encoger, encoge
melts: derretir, derrite, derriten
freezes: congelar, congela
dives: bucear, zambulle
drowning: ahogar, ahoga
rolls: rodar, rueda, ruedan
spins: girar, gira, giran, girando
balance: balancear, equilibrio, equilibra
crashes: chocar, choca, chocan, estrellarse, se estrella
bursts: estallar, revienta
explodes: explotar, explota, explotan, estalla
collapses: derrumbar, derrumba
approaches: acercarse, acerca, acercan, se acerca
appears: aparecer
disappears: desaparecer, desaparece, desaparecen
saves: salvar, rescata, rescatan
discovers: descubrir, descubre, descubren
hides: esconder, esconde, esconden, se esconden
sneaks: a escondidas, de puntillas, sigilo, sigilosa
attacks: atacar, ataca, atacan
destroys: destruir, destruye, destruyen
builds a house: construye una casa
superhero: superheroe, superheroes, superheroina
goes off: se va a
farewell: despedida, despide, despiden, se despiden, adios
hopeful: esperanza, esperanzada
fishermen: pescador, pescadores
supermarket: super, supermercado
nurse: enfermera, enfermeras
"""
"""Rows "meaning: word, word", as in the tables of the languages, which these rows overrule."""
