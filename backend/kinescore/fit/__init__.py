"""What every engine's sound goes through last: exact length, a clean end, loudness, true peak. numpy."""
