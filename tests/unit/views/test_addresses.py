import pytest
from django.urls import reverse
from django.utils.translation import override

from events.languages import LANGUAGES
from events.views.addresses import address_of
from events.views.introductions import KINDS


@pytest.mark.parametrize("name", ["event", "changes", "report", "lesson", *(kind.name for kind in KINDS.values())])
def test_an_address_is_the_one_that_django_gives(name):
    for language in LANGUAGES:
        with override(language):
            assert address_of(name, "geneva-accords-1954") == reverse(f"events:{name}", args=["geneva-accords-1954"])
            assert address_of(name, "CN") == reverse(f"events:{name}", args=["CN"])
