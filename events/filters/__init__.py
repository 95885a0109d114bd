"""The view that a query string describes: one object for pages, API, exports and links."""

from .event_filter import EventFilter
from .facets import Facet, Option, facets
from .params import FilterError
from .words import Chip, chips, sentence

__all__ = ["Chip", "EventFilter", "Facet", "FilterError", "Option", "chips", "facets", "sentence"]
