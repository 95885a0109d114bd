"""Authenticators hold secrets: nobody reads or types them in the admin; `reset_second_factor` is the way."""

from django.contrib import admin
from django_otp.plugins.otp_totp.models import TOTPDevice

admin.site.unregister(TOTPDevice)
