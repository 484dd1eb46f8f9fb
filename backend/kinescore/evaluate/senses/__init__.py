"""Who listens and who watches: beat detectors, embeddings, genre models, and the eye for movement."""
