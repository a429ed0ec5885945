"""Tables in: a row for each initiative or for each respondent. Tables out: what was found of each initiative."""
