"""The articles of a collection together: their facts, and what the rules say of all."""
