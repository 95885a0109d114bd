"""Handing the site on: addresses as codes, presentations, cards, linked data, feeds."""
