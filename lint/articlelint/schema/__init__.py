"""Data to diagnostics by JSON Schema: load it, ask whether data is valid, explain why not."""
