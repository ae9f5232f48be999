"""A record for people and programs: one module a format, each a pure function of the record."""
