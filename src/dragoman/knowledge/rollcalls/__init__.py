"""Roll calls of the United Nations: the archive, who sat where, and how far it reaches."""
