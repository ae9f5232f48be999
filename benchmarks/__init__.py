"""Speed and memory, measured in fresh processes."""
