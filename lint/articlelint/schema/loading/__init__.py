"""Schemas: found, read, and followed to what they refer to."""
