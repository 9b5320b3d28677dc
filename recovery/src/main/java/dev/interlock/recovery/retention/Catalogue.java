package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds, told by nothing but the store.
 *
 * @param backups sorted by environment and name
 * @param strays names below {@code backups/} that belong to no backup
 */
public record Catalogue(List<CataloguedBackup> backups, List<String> strays) {

  public Catalogue {
    backups = List.copyOf(backups);
    strays = List.copyOf(strays);
  }

  /**
   * Reads it.
   *
   * @param reader what a manifest says; empty when it can't be read or its signature does not count
   */
  public static Catalogue of(BackupStore store, Function<byte[], Optional<Backup>> reader) {
    Reading reading = new Reading(store, reader);
    try (Stream<Listed> objects = store.list(StoreLayout.BACKUPS)) {
      Iterator<Listed> sorted = objects.iterator();
      while (sorted.hasNext()) {
        reading.add(sorted.next());
      }
    }
    return reading.read();
  }

  /** Objects come sorted, so that those of a backup come together. */
  private static final class Reading {

    private final BackupStore store;
    private final Function<byte[], Optional<Backup>> reader;
    private final List<CataloguedBackup> backups = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private @Nullable BackupObjects current;

    Reading(BackupStore store, Function<byte[], Optional<Backup>> reader) {
      this.store = store;
      this.reader = reader;
    }

    void add(Listed object) {
      String[] words = object.name().split("/");
      if (words.length < 4) {
        strays.add(object.name());
        return;
      }
      BackupId id = new BackupId(words[1], words[2]);
      BackupObjects objects = current;
      if (objects == null || !objects.id().equals(id)) {
        end();
        objects = new BackupObjects(id);
        current = objects;
      }
      objects.add(object);
    }

    private void end() {
      if (current != null) {
        backups.add(current.judge(store, reader));
      }
    }

    Catalogue read() {
      end();
      return new Catalogue(backups, strays);
    }
  }
}
