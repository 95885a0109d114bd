"""Files that were good and are spoiled by chance: whatever comes of them, the reading of files stays calm."""
