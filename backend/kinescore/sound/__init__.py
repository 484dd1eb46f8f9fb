"""Sound: samples with their rate, WAV bytes, sound files of every kind, other sampling rates. numpy; soundfile and soxr
only where they are asked for."""
