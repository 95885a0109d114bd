"""Puts our own admin site in the place of the stock one."""

from django.contrib.admin.apps import AdminConfig


class TimelineAdminConfig(AdminConfig):
    default_site = "events.admin_site.TimelineAdminSite"
