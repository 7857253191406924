"""One rule a file; the file bears the fault's name, and a rule is found by being here."""
