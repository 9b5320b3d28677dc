package dev.interlock.usecases;

import dev.interlock.estate.LoadedEstate;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what a store holds, told by the store and by the keys that the estate trusts. */
public final class ListBackups {

  private final InstantSource clock;

  /** Manifests from later than the clock do not count. */
  public ListBackups(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a store holds.
   *
   * @param backups by environment and name
   * @param told what of the records of holds does not count, and why
   * @param inUse somebody uses the store, or nobody can tell: what is unfinished may be being made
   */
  public record Listing(List<StoredBackup> backups, List<String> told, boolean inUse) {
    public Listing {
      backups = List.copyOf(backups);
      told = List.copyOf(told);
    }
  }

  /**
   * What to list.
   *
   * @param store folder that backups lie in; null when none is named
   * @param catalogues where other tools keep backups
   * @param environments the one that other tools keep backups of; empty when none is named
   * @param estate folder of the estate
   */
  public record Request(
      @Nullable Path store,
      List<ToolCatalogue> catalogues,
      List<String> environments,
      Path estate) {
    public Request {
      catalogues = List.copyOf(catalogues);
      environments = List.copyOf(environments);
    }
  }

  /**
   * All backups of a store, by environment and name.
   *
   * @throws InputRejected when the estate can't be used
   * @throws dev.interlock.finding.Fault when the folder is no store, or can't be read
   */
  public Listing run(Path store, Path estate) {
    return run(new Request(store, List.of(), List.of(), estate));
  }

  /**
   * All backups: those of the store by environment and name, then those that other tools keep.
   *
   * @throws InputRejected when the estate or a catalogue can't be used, or nothing is named
   * @throws dev.interlock.finding.Fault when the folder is no store, or can't be read
   */
  public Listing run(Request request) {
    Path store = request.store();
    if (store == null && request.catalogues().isEmpty()) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "backup list",
          "nothing says where backups lie",
          "name a folder, --pgbackrest or --barman");
    }
    LoadedEstate trusted = DecideChange.estate(request.estate());
    request.environments().forEach(it -> ReadEstate.environment(trusted, request.estate(), it));
    List<StoredBackup> backups = new ArrayList<>();
    List<String> told = new ArrayList<>();
    boolean inUse = false;
    if (store != null) {
      BackupStore opened = RecoveryInputs.store(store, clock);
      inUse = opened.inUse();
      BackupManifests manifests = new BackupManifests(trusted.estate(), clock.instant());
      BackupHolds holds = BackupHolds.of(opened, trusted.estate(), clock.instant());
      backups.addAll(StoredBackup.in(opened, manifests::read, holds::of));
      told.addAll(holds.told());
    }
    for (ToolCatalogue catalogue : request.catalogues()) {
      backups.addAll(catalogue.stored(ToolCatalogue.environment(request.environments())));
    }
    return new Listing(backups, told, inUse);
  }
}
