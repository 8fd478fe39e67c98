"""What is written for a folder that has nothing of articlelint yet: a schema of its articles."""
