"""Timings of single parts of the site, printed as figures of this machine and as ratios; tests never measure time."""
