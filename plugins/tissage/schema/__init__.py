"""What a collection, a field kind and a vocabulary are. Start with `model`, then `loading`."""
