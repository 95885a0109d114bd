"""Pages below /admin/import/: a file is chosen, looked at, and accepted whole or in part."""

from django.urls import path

from .pages import accept_page, empty_sheet, import_page, progress


def urls(site) -> list:
    """The addresses for an admin site; each asks for the site's permission."""
    return [
        path("import/", site.admin_view(import_page), name="import"),
        path("import/template.csv", site.admin_view(empty_sheet), name="import-template"),
        path("import/progress/", site.admin_view(progress), name="import-progress"),
        path("import/<int:pk>/", site.admin_view(accept_page), name="import-accept"),
    ]
