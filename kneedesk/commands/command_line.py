"""Read the command line and run the command that it names."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kneedesk import __version__
from kneedesk.commands import assess, check, export
from kneedesk.settings import folders, load


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(
        prog="kneedesk",
        description="What was recorded about one knee meets what is known about its treatments.",
        epilog="Without a command the window opens, with a consultation FILE that consultation in it.",
    )
    whole.add_argument("--version", action="version", version=f"kneedesk {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    _add_assess(commands.add_parser("assess", help="print the verdicts on all seven courses"))
    _add_export(commands.add_parser("export", help="write the consent form, the sheet, the records and blank forms"))
    _add_everything(commands.add_parser("everything", help="write all that this computer keeps as files"))
    _add_check(commands.add_parser("check", help="check the knowledge pack and count what it holds"))
    _add_verify(commands.add_parser("verify", help="check that sealed documents are unchanged"))
    _add_store(commands.add_parser("store", help="prepare the server of a practice with many desks"))
    _add_move(commands.add_parser("move", help="move the practice of this computer to a server"))
    return whole


def _add_assess(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a consultation file")
    _add_pack(command)
    command.add_argument("--json", action="store_true", help="print JSON; with several files one object a line")
    command.set_defaults(command=lambda options: assess.run(options.files, as_json=options.json, pack=options.pack))


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="a consultation file")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    command.add_argument("--language", choices=("en", "es"), help="the patient's language unless named")
    command.add_argument("--paper", choices=("a4", "letter"), default="a4")
    command.add_argument("--large-print", action="store_true", help="set everything large, for who sees little")
    command.add_argument("--logo", type=Path, metavar="PICTURE", help="a PNG or JPEG picture for the letterhead")
    _add_pack(command)
    command.add_argument("--final", action="store_true", help="refuse a consent form that lacks a mandatory element")
    command.add_argument(
        "--made-at",
        type=_instant,
        metavar="INSTANT",
        help="the time printed on the pages, with its UTC offset; now unless named",
    )
    command.set_defaults(
        command=lambda options: export.run(
            options.file,
            options.out,
            language_tag=options.language,
            look=export.Look(options.paper, options.large_print, options.logo),
            final=options.final,
            made_at=options.made_at or datetime.now().astimezone(),
            pack=options.pack,
        )
    )


def _add_everything(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Write all consultations, versions, addenda and sealed documents into a new folder, with a manifest of their "
        "digests; a physician's passphrase is asked for. The files are not encrypted."
    )
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    command.add_argument("--user", default="", metavar="NAME", help="who unlocks; the only user unless named")
    command.set_defaults(command=lambda options: _everything(options.out, options.user))


def _everything(out: Path, name: str) -> int:
    from kneedesk.commands import everything  # the other commands need no store
    from kneedesk.store.homes import Home

    places = folders()
    home = Home(places.data, load(places.config).settings.store)
    return everything.run(out, name=name, home=home, now=datetime.now().astimezone())


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_pack(command)
    command.add_argument("--schemas", type=Path, metavar="DIR", help="also write the JSON schemas of the pack there")
    command.add_argument("--readability", action="store_true", help="print how hard each text for patients is")
    command.add_argument("--release", action="store_true", help="refuse a pack with an overdue review or a hard text")
    command.set_defaults(
        command=lambda options: check.run(
            options.pack,
            schemas=options.schemas,
            today=datetime.now().astimezone().date(),
            readability=options.readability,
            release=options.release,
        )
    )


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Tell of sealed documents whether they are intact; the status is 0 only if all of them are. With --journal: "
        "tell whether the journal of who did what is as it was written, held against the backups and these documents."
    )
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a document that KneeDesk saved")
    command.add_argument("--json", action="store_true", help="print JSON, one object a line")
    command.add_argument("--journal", action="store_true", help="check the journal; the passphrase is asked for")
    command.add_argument("--user", default="", metavar="NAME", help="who unlocks, where there are several")
    command.set_defaults(command=lambda options: _verify(command, options))


def _verify(command: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    places = folders()
    if options.journal:
        from getpass import getpass

        from kneedesk.commands import journal  # the other commands need no store and no seals

        settings = load(places.config).settings
        return journal.run(
            options.files,
            data=places.data,
            chosen=settings.backup_folder,
            name=options.user,
            ask=getpass,
            clock=partial(datetime.now, UTC),
            server=settings.store,
        )
    if not options.files:
        command.error("name a document, or --journal")
    from kneedesk.commands import verify

    return verify.run(options.files, data=places.data, as_json=options.json)


def _add_store(command: argparse.ArgumentParser) -> None:
    command.description = "Make the tables of KneeDesk on a server, or bring them up to date; an administrator does it."
    said = "postgresql://administrator@server/database; the password comes from PostgreSQL's own password file"
    command.add_argument("--prepare", required=True, metavar="ADDRESS", help=said)
    command.add_argument("--backed-up", action="store_true", help="say that a backup was made of older tables")
    command.set_defaults(command=lambda options: _store(options.prepare, backed_up=options.backed_up))


def _store(place: str, *, backed_up: bool) -> int:
    from kneedesk.commands import store  # the other commands need no server

    return store.run(place, backed_up=backed_up)


def _add_move(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Move all that this computer keeps to a server, counted and compared; it stays here as it was."
    )
    command.add_argument("--to", required=True, metavar="ADDRESS", help="postgresql://desk@server/database")
    command.add_argument("--user", default="", metavar="NAME", help="who unlocks; the only user unless named")
    command.set_defaults(command=lambda options: _move(options.to, options.user))


def _move(place: str, name: str) -> int:
    from kneedesk.commands import move

    return move.run(place, name=name, places=folders(), now=datetime.now().astimezone())


def _add_pack(command: argparse.ArgumentParser) -> None:
    said = "the folder of a practice, read over our pack, or of a whole pack; ours alone unless named"
    command.add_argument("--pack", type=Path, metavar="DIR", help=said)


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no instant with a UTC offset, as 2026-11-18T14:02:00+01:00")
    return instant


def main() -> int:
    """Run the command line of this process."""
    return run(sys.argv[1:])
