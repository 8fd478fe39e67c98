"""Many articles: which files there are, and checking one after the other."""
