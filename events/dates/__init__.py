"""Historical dates: read from EDTF, compared by day numbers, shown in words; free of Django but for ``fields``."""

from events.dates.bounds import Precision
from events.dates.errors import HistoricalDateError
from events.dates.historical_date import HistoricalDate

__all__ = ["HistoricalDate", "HistoricalDateError", "Precision"]
