"""From the given data and the hand-kept YAML to the shipped tables: `python -m dragoman.knowledge.build --data DIR`.

It lives in the package, beside the tables that it writes, because the YAML it reads is also the pattern for a user's own
`--knowledge FILE` and because the drift check of an installed version must run the very code that built its tables.
The program itself never imports it.
"""
