"""Rules that compare the articles of a collection: each notes facts of one, and looks at all."""
