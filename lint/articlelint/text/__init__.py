"""Words of messages, dates, characters, and places in a text."""
