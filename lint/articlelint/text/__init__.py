"""Words of messages, dates, and places in a text: what is known of text alone."""
