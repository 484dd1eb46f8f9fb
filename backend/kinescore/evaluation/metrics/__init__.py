"""The metrics of the literature as plain functions of event times, tempi, embeddings and logits, for many clips."""
