"""The key with which a practice seals its documents, as a value: where it is kept is the store's affair."""

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class PracticeKey:
    """A private key (PKCS #8) on the curve P-256 and its certificate (X.509), both as DER."""

    private: bytes = field(repr=False)
    certificate: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 digest of the certificate, as 64 hexadecimal digits: by it the key is known."""
        return sha256(self.certificate).hexdigest()
