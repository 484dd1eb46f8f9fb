"""Words of other languages that stand in English prompts, too, as words or names."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words

ALSO_ENGLISH = words(
    """
    actual adolescent age aires airs ala alas allen alma alt alta alter alto ama ames ami amour anders andes animal
    anterior arden argentine art artist assure attend attendant aura ave backend baden baja bald ball base basket
    beau bel bella belle berg best bin bizarre blanc blanche blitz bobo boca bois bond bonds bose bouquet bout
    branches brat braun brave breton brief buenos bureau bus cages car cara casa cascade castillo casting cent champ
    champs chat chateau chico chorale chores chose cite clair claire clara classes cole collection collections color
    coma commence commencement comment conte content copa core cores corps costa coup coupe course courses court
    cree creole cries crises cruel cuisine cure damon dan debate debut demi den dent depart descend determine dia
    diablo dick ding dino discussion dispute divers divine dom domingo dos double dunn essen europa experience
    fatigue faust faux fee fees fell fest fin finger fins flores fond font form fort forte forts frost fuss garde
    gene goa golden grab grade grande grange grille gross guerrero hai halle halt han handy hans haute held helm
    herein heroine holt hose idea image images inca index indices ins inspectors instant ira italia julio jung junta
    katz keller kicker kinds klein koch labor lace laid lama lang large lee lent leon les linda links lit loco
    louvre luna madame mag mage mai main maison manner mar marche mardi mari marie mars mata mayo media meme memes
    mer mere mesa met meter metro mia midi mil mira mis models modes mono monsieur mont montana monte mort munster
    negro nevada nix noel non normal note november observe ode orient original ours pain park parole pas pass pastor
    patio patron pays penal pere persona petite pierre pillar pisa places plato plaza plume plump plus point points
    polar pont pool port portable porter ports post power pre premier premiere prepare pres presses prima promenade
    provence puerto pulse pulses radio radios rama rana rape rate reference regard regards reich rein relaxation
    repetition rest rey reyes roi roller rom rosa rot rouge route routes rue rupture sack sal sale sales salle sang
    santo satan sean sent separation sept september serpent sevilla sierra sinn ski sol solitaire son source sources
    souvenir souvenirs spat spatial spot sprang sprung standard stark stein stern strand stress stricken suit suite
    sur surface table tables tag tales tan tee tel telephone teller temporal text tia tier tiger tire ton tone tor
    tore toro torre torres total tour tours traces train training tram tremble tribunal troupe types uber uni urbana
    vague vase vent vents venue verde victoria villa vin vogel vol wal wales wand was wen wilde wind wolf yes zeros
    zoo
    """
)
"""Words that are no proof of another language."""
