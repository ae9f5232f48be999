"""The recipe that turns annotated data into a bundle; the only place that imports torch."""
