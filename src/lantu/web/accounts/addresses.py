"""Where a visitor comes from, as far as the limit on log-ins must know."""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str | None:
    """Return the visitor's address, for IPv6 the first of its /64, which one visitor has whole; None where unknown.

    Behind a proxy it is the last hop of X-Forwarded-For: the proxy wrote it, and the visitor may have made up those
    before it.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    for written in (forwarded, direct) if settings.BEHIND_PROXY else (direct,):
        try:
            address = ip_address(written)
        except ValueError:
            continue
        if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
            return str(IPv6Network((int(address), 64), strict=False).network_address)
        return str(address)
    return None
