"""The published record as data for pages and the drawing."""
