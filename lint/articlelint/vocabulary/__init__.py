"""Known values with which articles are compared, and how they come out of options and files."""
