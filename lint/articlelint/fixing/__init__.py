"""Mends to edits of the text, and the proof that they do what they should and nothing else."""
