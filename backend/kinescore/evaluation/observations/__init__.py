"""What observers found in music and movement, as values and as stored arrays."""
