package dev.interlock.recovery.catalogue;

import dev.interlock.recovery.KeptServer;

/** Barman as Debian installs it keeps the contract. */
class BarmanTest extends BackupCatalogueContract {

  @Override
  KeptServer.Tool tool() {
    return KeptServer.Tool.BARMAN;
  }
}
