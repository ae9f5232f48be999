"""What `tools/build_rollcalls.py` builds from: a module for each kind of source."""
