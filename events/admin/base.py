"""What every admin page of the record shares."""

from django.contrib import admin
from django.forms import Script
from translated_fields import TranslatedFieldAdmin

from events.languages import columns
from events.search import fold

from .guard import GuardedAdmin
from .history import HistoryAdmin


def module(name: str) -> Script:
    """A script of the admin, as an ES module."""
    return Script(f"js/admin/{name}.js", type="module")


class RecordAdmin(TranslatedFieldAdmin, GuardedAdmin, HistoryAdmin, admin.ModelAdmin):
    """Language codes in the labels, no lost update, the date preview, and search over folded names."""

    list_per_page = 50
    save_on_top = True
    # Translated fields (without their language code) that the search box reads; few rows, folded while searching.
    search_fields: tuple[str, ...] = ()

    class Media:
        js = [
            Script("js/ui/date-preview.js", type="module"),
            module("date-picker"),
            module("conflict"),
            module("shortcuts"),
            module("select-names"),
        ]

    def get_search_results(self, request, queryset, search_term):
        """Keep the rows in which every folded word stands: `thanh do` finds Thành Đô."""
        wanted = fold(search_term).split()
        if not wanted:
            return queryset, False
        read = [column for name in self.search_fields for column in columns(name)]
        key = self.model.natural_key_fields[0]
        read = [column for column in read if hasattr(self.model, column)] + [key]
        rows = queryset.order_by().values_list("pk", *read)
        found = [pk for pk, *texts in rows if all(word in fold(" ".join(map(str, texts))) for word in wanted)]
        return queryset.filter(pk__in=found), False
