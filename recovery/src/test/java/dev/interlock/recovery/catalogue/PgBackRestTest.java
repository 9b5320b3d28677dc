package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.KeptServer;
import org.junit.jupiter.api.Test;

/** pgBackRest as Debian installs it keeps the contract. */
class PgBackRestTest extends BackupCatalogueContract {

  @Override
  KeptServer.Tool tool() {
    return KeptServer.Tool.PGBACKREST;
  }

  @Test
  void it_tells_how_far_it_is_and_comes_to_the_end() {
    assertThat(told()).isSorted().hasSizeGreaterThan(10).endsWith(10_000L);
  }
}
