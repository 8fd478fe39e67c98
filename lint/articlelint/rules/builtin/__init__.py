"""What reading and the engine themselves report: documentation, without a check."""
