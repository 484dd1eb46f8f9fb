"""Beat detectors, embedding models and genre classifiers for music, beats of movement, and the run over all clips."""
