"""Made-up events in any number, the same ones for the same seed, to see how the site bears a large record."""
