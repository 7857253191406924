"""How each form of target is judged: one form a file, each with rules that can be said in a sentence."""
