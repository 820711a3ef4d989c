"""Shared knowledge of text: words, sentence ends, languages."""
