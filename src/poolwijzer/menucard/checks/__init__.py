"""What is looked for in menus beside mistakes: gaps, doubles, lapsed claims, rules that can never hold."""
