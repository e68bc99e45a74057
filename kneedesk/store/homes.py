"""Where a practice keeps its consultations: on this computer, or on a server that all its desks share."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kneedesk.store.files import VAULT

if TYPE_CHECKING:
    from kneedesk.store.store import Store
    from kneedesk.store.users import Unlocked
    from kneedesk.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of this user's data, and the address of the practice's server, empty where there is none.

    What it asks the server waits for it: not for the thread of the window.
    """

    folder: Path
    server: str = ""

    @property
    def is_shared(self) -> bool:
        """Tell whether other desks share it."""
        return bool(self.server)

    def vault(self) -> "Vault":
        """Return the vault: in a file beside the store, or on the server.

        :raises Unavailable: where the address of the server is none.
        """
        from kneedesk.store.vault import Vault  # noqa: PLC0415 - the window shows its first page before all this

        if not self.is_shared:
            return Vault(self.folder / VAULT)
        from kneedesk.store.addresses import Address  # noqa: PLC0415
        from kneedesk.store.desks import desk_in  # noqa: PLC0415
        from kneedesk.store.server_vault import ServerVault  # noqa: PLC0415

        return Vault(ServerVault(Address.read(self.server), desk_in(self.folder).id))

    def open(self, unlocked: "Unlocked", at: datetime) -> "Store":
        """Open the store for whoever unlocked it.

        :raises Unavailable: with one sentence on why it cannot be opened.
        """
        from kneedesk.store.store import Store, open_store  # noqa: PLC0415

        if not self.is_shared:
            return open_store(self.folder, unlocked.user, unlocked.key, at)
        from kneedesk.store.addresses import Address  # noqa: PLC0415
        from kneedesk.store.desks import desk_in  # noqa: PLC0415
        from kneedesk.store.postgres import open_server  # noqa: PLC0415
        from kneedesk.store.shared import Shared  # noqa: PLC0415

        address, desk = Address.read(self.server), desk_in(self.folder)
        engine = open_server(address, desk.id)
        return Store(
            engine, unlocked.user, unlocked.key, self.folder, shared=Shared(engine, address, desk, unlocked.user)
        )
