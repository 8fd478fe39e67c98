"""Edits of YAML: in the style that is there, and no more of it than necessary."""
