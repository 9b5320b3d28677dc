package dev.interlock.usecases;

import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.StorageAccounts;
import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Estate;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * All backups that stores and catalogues hold.
 *
 * @param inUse somebody uses one of the stores, or nobody can tell
 * @param stores each of them with what it does by itself
 */
record HeldBackups(List<StoredBackup> backups, boolean inUse, List<LookedStore> stores) {

  /**
   * Reads them.
   *
   * @throws InputRejected when a store or an option can't be used
   */
  static HeldBackups of(
      ReviewBackups.Request request, Estate estate, InstantSource clock, AzureAccess azure) {
    BackupManifests manifests = new BackupManifests(estate, clock.instant());
    StorageAccountsOfStores accounts = accounts(request, estate, azure);
    List<StoredBackup> backups = new ArrayList<>();
    List<LookedStore> stores = new ArrayList<>();
    boolean inUse = false;
    for (Path folder : request.stores()) {
      BackupStore store = RecoveryInputs.store(folder, clock);
      inUse |= store.inUse();
      BackupHolds holds = BackupHolds.of(store, estate, clock.instant());
      LookedStore looked =
          new LookedStore(
              accounts.complete(store.rules()), StoredBackup.in(store, manifests::read, holds::of));
      stores.add(looked);
      backups.addAll(looked.backups());
    }
    for (ToolCatalogue catalogue : request.catalogues()) {
      backups.addAll(catalogue.stored(ToolCatalogue.environment(request.environments())));
    }
    return new HeldBackups(backups, inUse, stores);
  }

  private static StorageAccountsOfStores accounts(
      ReviewBackups.Request request, Estate estate, AzureAccess azure) {
    AzureEndpoint.problem(azure)
        .ifPresent(problem -> {
          throw new InputRejected(List.of(problem));
        });
    List<String> places =
        request.stores().stream()
            .flatMap(it -> StoreAddress.of(it).stream())
            .map(StoreAddress::text)
            .toList();
    List<String> named = request.storageAccounts();
    List<String> targets =
        estate.all(BackupPlan.class).values().stream().map(BackupPlan::target).toList();
    // Azure's libraries are large: nothing of them is loaded before an account is to be asked.
    var accounts =
        new StorageAccountsOfStores(
            named, targets, (id, container) -> StorageAccounts.of(azure).rules(id, container));
    StorageAccountsOfStores.require(named, places);
    return accounts;
  }
}
