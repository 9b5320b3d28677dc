package dev.interlock.recovery.catalogue;

import dev.interlock.recovery.KeptServer;

/** pgBackRest as Debian installs it keeps the contract. */
class PgBackRestTest extends BackupCatalogueContract {

  @Override
  KeptServer.Tool tool() {
    return KeptServer.Tool.PGBACKREST;
  }
}
