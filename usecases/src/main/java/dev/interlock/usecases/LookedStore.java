package dev.interlock.usecases;

import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoredBackup;
import java.util.List;

/**
 * A store that was looked at.
 *
 * @param rules what it does by itself
 * @param backups that lie in it, of all environments
 */
record LookedStore(StoreRules rules, List<StoredBackup> backups) {

  LookedStore {
    backups = List.copyOf(backups);
  }

  /**
   * True when backups of an environment lie in it, or could: there are none anywhere.
   *
   * @param all of all stores
   */
  boolean isFor(String environment, List<StoredBackup> all) {
    return holds(backups, environment) || !holds(all, environment);
  }

  private static boolean holds(List<StoredBackup> backups, String environment) {
    return backups.stream().anyMatch(it -> it.environment().equals(environment));
  }
}
