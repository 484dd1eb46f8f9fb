"""What the movement does: rhythm, tempo, beats, hit points, energy. Numpy only."""
