"""From notes to stems to a finished mix: faders, reverb, delay, ducking."""
