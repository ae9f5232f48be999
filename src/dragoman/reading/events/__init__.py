"""Events: who did what to whom, from triggers to entries of the record."""
