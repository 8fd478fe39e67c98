"""Bytes to Document: decode, find the front matter, parse it with the place of every value."""
