"""Faults as a writer reads them: a sentence, help, and what would fix them."""
