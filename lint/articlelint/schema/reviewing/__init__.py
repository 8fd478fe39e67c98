"""What is wrong with a schema itself: asked by those who write one, not in a check of articles."""
