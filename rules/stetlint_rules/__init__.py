"""The rules that come with stet: one rule a module."""
