"""What styles are written in: rhythms, drum grooves, fills, melodic idioms, chord progressions, kinds of section."""
