"""Analysis of what is recorded: agreement between states, blocs, ideal points."""
