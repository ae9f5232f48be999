"""A draft held against its sources: its quotations word by word, the titles of persons on its date, its reported votes.

`wording` compares words, `finding` finds where a quotation stands, `speakers` says whose words they are there, `quotations` judges,
`titles` looks up who held an office, and `report` is what comes out.
"""
