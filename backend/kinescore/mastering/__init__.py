"""The last steps of every engine's sound: loudness, true peaks, exact length, a clean end."""
