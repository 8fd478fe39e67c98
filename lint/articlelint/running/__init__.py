"""Many articles: which files there are, and each checked or fixed in turn."""
