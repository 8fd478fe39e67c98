"""Changes to edits of TOML."""
