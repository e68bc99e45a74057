"""Drives that fail when a test wants them to: small and mounted, or pretended where nobody may mount."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SIZE = "4m"
_NOBODY = 65534


def run(*words: object) -> bool:
    """Run a program of the system; tell whether it did its work."""
    with suppress(FileNotFoundError):
        return subprocess.run([*map(str, words)], capture_output=True, check=False).returncode == 0
    return False


class Mounted:
    """A drive of a few megabytes: full, read-only or unplugged as a real one is; what was open stays open."""

    full = "The disk is full."

    def __init__(self, place: Path) -> None:
        self._whole, self.folder = place / "whole", place / "drive"
        self._ballast = self._whole / "ballast"
        for folder in (self._whole, self.folder):
            folder.mkdir(parents=True)
        self.works = sys.platform == "linux" and run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", self._whole)
        self.works = self.works and self.plug()

    def fill(self, room: int = 0) -> None:
        """Leave no room, or room for so many bytes."""
        with suppress(OSError), self._ballast.open("wb", buffering=0) as ballast:
            while ballast.write(bytes(512)):
                pass
        os.truncate(self._ballast, self._ballast.stat().st_size - room)

    def free(self) -> None:
        """Make room again."""
        self._ballast.unlink()

    def forbid(self) -> None:
        """Let nothing be written through what is opened from now on."""
        assert run("mount", "-o", "remount,bind,ro", self.folder)

    def allow(self) -> None:
        """Let it be written again."""
        assert run("mount", "-o", "remount,bind,rw", self.folder)

    def unplug(self) -> None:
        """Take the drive away."""
        assert run("umount", "--lazy", self.folder)

    def plug(self) -> bool:
        """Bring the drive back."""
        return run("mount", "--bind", self._whole, self.folder)

    def clear(self) -> None:
        """Take everything away for good."""
        for folder in (self.folder, self._whole):
            run("umount", "--lazy", folder)


class Pretended:
    """A folder in which the system refuses to make files longer, or to write."""

    full = "The disk reports an error."  # the system says so of a file that may not grow

    def __init__(self, place: Path) -> None:
        self.folder = place / "drive"
        self._away = place / "away"
        self.folder.mkdir(parents=True)
        self._usual = resource.getrlimit(resource.RLIMIT_FSIZE)
        self._allowed: dict[Path, int] = {}

    def fill(self, room: int = 0) -> None:
        """Let no file grow beyond its first byte, or beyond so many."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(1, room), self._usual[1]))

    def free(self) -> None:
        """Let files grow again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._usual)

    def forbid(self) -> None:
        """Let nothing be written, not even by root, who is nobody until then."""
        self._allowed = {each: each.stat().st_mode for each in (self.folder, *self.folder.rglob("*"))}
        for each, mode in self._allowed.items():
            each.chmod(mode & ~0o222 | 0o444)
        if os.geteuid() == 0:
            closed = [each for each in self.folder.parents if each.stat().st_mode & 0o011 != 0o011]
            self._allowed |= {each: each.stat().st_mode for each in closed}
            for each in closed:
                each.chmod(each.stat().st_mode | 0o011)  # nobody, too, has to come by
            self.folder.chmod(0o555)
            os.setresuid(_NOBODY, _NOBODY, 0)

    def allow(self) -> None:
        """Let it be written again."""
        if os.getuid() == _NOBODY:
            os.setresuid(0, 0, 0)
        for each, mode in self._allowed.items():
            each.chmod(mode)
        self._allowed = {}

    def unplug(self) -> None:
        """Take the folder away."""
        self.folder.rename(self._away)

    def plug(self) -> bool:
        """Bring the folder back."""
        self._away.rename(self.folder)
        return True

    def clear(self) -> None:
        """Leave the system as it was."""
        self.free()
        self.allow()


@contextmanager
def drive(place: Path) -> Iterator[Mounted | Pretended]:
    """Lend a drive that is mounted, or a pretended one where nobody may mount."""
    mounted = Mounted(place / "mounted")
    made = mounted if mounted.works else Pretended(place / "pretended")
    try:
        yield made
    finally:
        mounted.clear()
        made.clear()
