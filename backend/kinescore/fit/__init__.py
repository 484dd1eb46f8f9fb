"""How finished music lies on the movement: measured in the sound, compared between takes, kept from shot to shot."""
