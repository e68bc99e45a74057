"""A line between a desk and the server, encrypted by a certificate of the test or bare, and cut when a test says so."""

import socket
import ssl
import struct
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.store.serving import DATABASE, DESK, Server

_ASKS_FOR_TLS = struct.pack("!II", 8, 80877103)
_AT_ONCE = 65536


class Certificates:
    """The authority of a clinic, and the certificate of its server, in files."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.authority = folder / "clinic.pem"
        self.server = folder / "server.pem"
        folder.mkdir(parents=True, exist_ok=True)
        key, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = _certificate("Clinic", "Clinic", key.public_key(), key, x509.BasicConstraints(True, None))
        alternatives = x509.SubjectAlternativeName([_named(name) for name in names])
        leaf = _certificate("Server", "Clinic", own.public_key(), key, alternatives)
        private = own.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self.authority.write_bytes(root.public_bytes(serialization.Encoding.PEM))
        self.server.write_bytes(private + leaf.public_bytes(serialization.Encoding.PEM))


class Line:
    """One place of this computer where the server is reached, until it is cut, and again once it is mended."""

    def __init__(self, server: Server, certificates: Certificates | None = None) -> None:
        self._server = server
        self._certificates = certificates
        self._open: list[socket.socket] = []
        self._turn = threading.Lock()
        self._entry = socket.create_server(("127.0.0.1", 0))
        self.port = self._entry.getsockname()[1]
        self.heard = b""
        """What was sent before anything was encrypted."""
        self._is_cut = False
        threading.Thread(target=self._accept, daemon=True, name="line").start()

    def place(self, user: str = DESK, database: str = DATABASE, host: str = "localhost") -> str:
        """Return the address by which a desk comes along this line."""
        trusted = f"?sslrootcert={self._certificates.authority}" if self._certificates else ""
        return f"postgresql://{user}@{host}:{self.port}/{database}{trusted}"

    def cut(self) -> None:
        """Cut it: what is open is closed at once, and nothing new is let through."""
        with self._turn:
            self._is_cut = True
            for each in self._open:
                _close(each)
            self._open.clear()

    def mend(self) -> None:
        """Let everything through again."""
        self._is_cut = False

    def close(self) -> None:
        self.cut()
        _close(self._entry)

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._entry.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(desk,), daemon=True, name="line").start()

    def _carry(self, desk: socket.socket) -> None:
        with suppress(OSError):
            with self._turn:
                if self._is_cut:
                    _close(desk)
                    return
                self._open.append(desk)
            first = desk.recv(8, socket.MSG_PEEK)
            self.heard += first
            if first == _ASKS_FOR_TLS:
                desk.recv(8)
                desk.sendall(b"S" if self._certificates else b"N")
                if self._certificates is None:
                    self.heard += desk.recv(_AT_ONCE)
                    _close(desk)
                    return
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self._certificates.server)
                desk = context.wrap_socket(desk, server_side=True)
            there = socket.socket(socket.AF_UNIX)
            there.connect(str(self._server.folder / f".s.PGSQL.{self._server.port}"))
            with self._turn:
                if self._is_cut:
                    _close(desk)
                    _close(there)
                    return
                self._open += [desk, there]
            threading.Thread(target=_pass_on, args=(there, desk), daemon=True, name="line").start()
            _pass_on(desk, there)


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError, ValueError):
        while content := source.recv(_AT_ONCE):
            target.sendall(content)
    _close(source)
    _close(target)


def _close(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        connection.close()


def _named(name: str) -> x509.GeneralName:
    with suppress(ValueError):
        return x509.IPAddress(ip_address(name))
    return x509.DNSName(name)


def _certificate(
    subject: str, issuer: str, public: ec.EllipticCurvePublicKey, key: ec.EllipticCurvePrivateKey,
    extension: x509.ExtensionType,
) -> x509.Certificate:  # fmt: skip
    begins = datetime.now(UTC) - timedelta(hours=1)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=2))
        .add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
        .sign(key, hashes.SHA256())
    )
