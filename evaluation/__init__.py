"""Measures the whole reader against gold: `python -m evaluation TASK… --data DIR --split SPLIT`."""
