"""No rule, and never imported: its bytecode is the index of the rules, see ``stetlint.index``."""
