"""Drafting with a model: it arranges words and slots, code guarantees what they say."""
