"""Whether data is valid by a schema and, if not, why."""
