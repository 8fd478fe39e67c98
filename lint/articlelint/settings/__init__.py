"""What a run is to check and how: values that are settled before the first article is read."""
