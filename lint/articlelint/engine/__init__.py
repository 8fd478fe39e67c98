"""One article, checked or fixed: pure functions, without I/O."""
