"""Words of other languages that stand in English prompts, too, as words or names."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words

ALSO_ENGLISH = words(
    """
    accident actual adler adolescent age aires airs ala alas alba allen alma alt alta alter alto ama ames ami amour
    ancestral anders andes angelica animal anterior arcadia arden argentine art artist assure attend attendant aura
    ave backend baden baja bald ball barista base basket bauer beau bel bella belle berg berger best bin bizarre
    blanc blanche blitz bobo boca bois bond bonds bose bouquet bout branches brat braun brave breton brief buenos
    bureau bus cache cages canon canons car cara casa cascade castillo casting cavalier cent champ champs chat
    chateau chico chorale chores chose cinema cite clair claire clara classes cole collection collections color coma
    commence commencement comment conte content copa core cores corona corps costa coup coupe course courses court
    cree creole cries crises cruel cuisine cure damon dan debate debut demi demo demonstration den dent depart
    derive descend determine dia diablo dick ding dino discussion dispute divers divine docks dom domingo dos double
    dunn election essen europa experience fallen fatigue faust faux fee fees fell fest fin finger fins fischer
    flores folklore fond font form forster fort forte forts fragile fragrance frost fuss gallo garde gene glacial
    goa golden grab grade grande grange grille gross guerrero hahn hai halle halt han handy hans hart haute held
    helm herein heroine hirsch holt hose humor hunger hut idea image images inca index indices ins inspector
    inspectors instant intrusion ira italia judgement julio jung junta kahn kai kaiser katz keller kicker kinds
    klein koch labor lace laid lama lang large lee lent leon les linda links lit loco louvre lowe luna macon madame
    mag mage mai main maison manifestation manner mar marche mardi mari marie marin mars mata mayo mayor media meme
    memes menace mer mere mesa met meter metro mia midi mil mira mis models modes mono monsieur mont montana monte
    morse mort muller munster nana negro nevada nina nino nix noel non normal note november observe ode olympia
    orient original ours pain park parking parole pas pass pasta pastor patio patron pays peaked peaking penal pere
    persona petite pierre pillar pisa places plaid plato plaza plume plump plus podium point points polar pont pool
    port portable porter ports post power pre premier premiere prepare pres presses prima promenade protest provence
    puerto pulse pulses radio radios rama rana rancho rape rate recreation recruitment reference regard regards
    reich rein relaxation rendezvous reno repetition rest rey reyes reza rhodesia robinson rocker roi roller rom
    rosa rot rouge route routes rue rupture sack sal sale sales salle sang santo satan schneider schuster sean sent
    separation sept september serpent sevilla shipment sierra sinn ski sol solitaire son source sources souvenir
    souvenirs spat spatial spectacle spectral spikes spot sprang sprung stall standard stark stein stern strand
    stress stricken suit suite supporters sur surface sweetie table tables tag tal tales taller tan tee tel
    telephone teller temporal text theater theatre tia tier tiger tire ton tone tor tore toro torre torres total
    tour tours traces train training tram tremble tribunal troupe turner types uber uni urbana vague vase vengeance
    vent vents venue verde victoria villa vin vogel vol wal wales wand was wellness wen wilde wind wolf wolfe yes
    zeppelin zeros zinc zoo
    cafe cafes cliche decor entree facade fiance fiancee jalapeno matinee naive pinata puree rose senor senorita
    """
)
"""Words that are no proof of another language."""
