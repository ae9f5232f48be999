"""Counts of hits, read and gold items of one article; figures are made from their sums."""
