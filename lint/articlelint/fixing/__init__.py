"""Changes of the data to edits of the text, and the proof that they do no harm."""
