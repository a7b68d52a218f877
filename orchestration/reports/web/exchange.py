"""One request and its answer, within the limits of the policy.

What belongs here: a single exchange, its errors sorted into those that may pass and those that will not.
What does not: trying again, redirects and robots.txt (:mod:`client`).
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import requests
import urllib3.exceptions as lower

from orchestration.reports.web.policy import FetchError, Policy, TransientError

if TYPE_CHECKING:
    from requests import Response

_CHUNK = 65_536
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


def _asked_wait(response: Response) -> float | None:
    """Read ``Retry-After``: seconds, or a date."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    return max((when - dt.datetime.now(dt.UTC)).total_seconds(), 0.0)


def _too_large(address: str, policy: Policy) -> FetchError:
    return FetchError(
        address, f"gives more than {policy.most_bytes:,} bytes", "save it by hand and add the file"
    )


def _body(response: Response, address: str, policy: Policy) -> bytes:
    """Read the body piece by piece, so that neither its size nor its slowness is without limit."""
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > policy.most_bytes:
        raise _too_large(address, policy)
    found, ends = bytearray(), time.monotonic() + policy.whole_seconds
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        found += chunk
        if len(found) > policy.most_bytes:
            raise _too_large(address, policy)
        if time.monotonic() > ends:
            raise TransientError(f"took longer than {policy.whole_seconds:g} s")
    return bytes(found)


def once(
    session: requests.Session, address: str, headers: Mapping[str, str], policy: Policy
) -> tuple[Response, bytes]:
    """Ask once, without following redirects; gives the answer and its whole body.

    Raises:
        TransientError: no answer, a slow or truncated one, or a status that may pass.
        FetchError: a failure that will not pass: too large, no address, no valid certificate.

    """
    times = (policy.connect_seconds, policy.read_seconds)
    try:
        with session.get(address, headers=headers, timeout=times, stream=True, allow_redirects=False) as got:
            if got.status_code in _PASSING:
                raise TransientError(
                    f"answers {got.status_code} {got.reason or ''}".strip(), _asked_wait(got)
                )
            body = b"" if got.status_code in REDIRECTS else _body(got, address, policy)
            return got, body
    except (requests.exceptions.SSLError, lower.SSLError) as error:
        raise FetchError(address, "has no valid certificate", "check the address") from error
    except (requests.exceptions.Timeout, lower.TimeoutError) as error:
        raise TransientError("does not answer in time") from error
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, UnicodeError) as error:
        raise FetchError(address, "is no address", "check it") from error
    except (lower.IncompleteRead, lower.ProtocolError) as error:
        raise TransientError("breaks off in the middle") from error
    except lower.DecodeError as error:
        raise TransientError("is packed wrongly") from error
    except requests.exceptions.RequestException as error:
        raise TransientError("cannot be reached") from error
