"""Passages that report votes, with their gold, and what builds them."""
