"""Changes to edits of JSON."""
