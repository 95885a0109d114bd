"""How a date will read, asked for while somebody types it."""

from django.http import JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.display import display
from events.languages import LANGUAGES


@require_safe
def date_words(request):
    """`?date=1954-07` → its words in each language, or `{"error": …}`: what is wrong with it."""
    try:
        date = HistoricalDate.parse(request.GET.get("date", "")[:200])
    except HistoricalDateError as error:
        return JsonResponse({"error": error.in_language(get_language())})
    return JsonResponse({code: display(date, code) for code in LANGUAGES})
