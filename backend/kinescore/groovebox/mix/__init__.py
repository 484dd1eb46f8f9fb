"""From notes to stems to a finished mix: faders, rooms, echo, ducking, loudness and limiting."""
