"""Passwords, kept as a scrypt hash that carries its own parameters, so that they can be raised later."""

import secrets
import unicodedata
from base64 import b64decode, b64encode
from hashlib import scrypt
from hmac import compare_digest
from threading import BoundedSemaphore

FEWEST, MOST = 10, 200
N, R, P = 2**15, 8, 3
"""Cost, block size and passes: 32 MB and a quarter of a second; OWASP names these as enough."""
MOST_MEMORY = 256 * 2**20
SALT_BYTES, HASH_BYTES = 16, 32
_AT_ONCE = BoundedSemaphore(2)
"""Checks that run at the same time: a flood of log-ins takes neither all memory nor all cores."""


def weakness(password: str) -> str:
    """Return in Chinese why a password will not do; empty where it will."""
    if len(password) < FEWEST:
        return f"密码太短，至少要 {FEWEST} 个字符"
    if len(password) > MOST:
        return f"密码太长，最多 {MOST} 个字符"
    if len(set(password)) < FEWEST // 2:
        return "密码太简单，请多用几个不同的字符"
    return ""


def hashed(password: str, cost: int = N) -> str:
    """Return the hash of a password as it is kept."""
    salt = secrets.token_bytes(SALT_BYTES)
    return "$".join(["scrypt", str(cost), str(R), str(P), _text(salt), _text(_hash(password, salt, (cost, R, P)))])


def fits(password: str, kept: str) -> bool:
    """Return whether a password is the one of a hash; False for a hash that cannot be one."""
    parts = parameters(kept)
    if parts is None or len(password) > MOST:
        return False
    cost, salt, digest = parts
    with _AT_ONCE:
        return compare_digest(_hash(password, salt, cost), digest)


def parameters(kept: str) -> tuple[tuple[int, int, int], bytes, bytes] | None:
    """Return cost, salt and digest of a hash; None where it cannot be one or would take too much memory."""
    try:
        name, n, r, p, salt, digest = kept.split("$")
        cost = (int(n), int(r), int(p))
        parts = cost, b64decode(salt, validate=True), b64decode(digest, validate=True)
    except ValueError:
        return None
    n_is_power = cost[0] > 1 and cost[0] & (cost[0] - 1) == 0
    is_bounded = 0 < cost[1] <= 32 and 0 < cost[2] <= 16 and 128 * cost[0] * cost[1] <= MOST_MEMORY
    is_whole = len(parts[1]) >= SALT_BYTES and len(parts[2]) == HASH_BYTES
    return parts if name == "scrypt" and n_is_power and is_bounded and is_whole else None


def _hash(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    # Two ways to type the same character are the same password.
    content = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return scrypt(content, salt=salt, n=n, r=r, p=p, maxmem=2 * MOST_MEMORY, dklen=HASH_BYTES)


def _text(content: bytes) -> str:
    return b64encode(content).decode()


NOBODYS = "$".join(["scrypt", str(N), str(R), str(P), _text(bytes(SALT_BYTES)), _text(bytes(HASH_BYTES))])
"""A hash that no password has."""
