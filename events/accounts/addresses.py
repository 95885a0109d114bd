"""Who sends a request: the address that limits count by."""

from ipaddress import IPv6Network, ip_address

from django.conf import settings


def client_address(request) -> str | None:
    """The sender's address, the first of its /64 for IPv6; None where the server names none.

    What a client writes into X-Forwarded-For is believed only behind a proxy of ours, and there only the last
    entry, which the proxy itself has added.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        text = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or text
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if address.version == 6:
        # One household or school owns a whole /64 and could use a new address for every try.
        address = address.ipv4_mapped or IPv6Network((address.packed, 64), strict=False).network_address
    return str(address)
