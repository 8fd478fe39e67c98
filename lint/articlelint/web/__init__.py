"""URLs: hosts, tracking parameters, and whether two URLs lead to one page."""
