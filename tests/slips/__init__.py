"""Broken articles as writers break them: what is told, and that the advice, followed, is right.

Each module with a table ``SLIPS`` holds one kind of slip.
"""
