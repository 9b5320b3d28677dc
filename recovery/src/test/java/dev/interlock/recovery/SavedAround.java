package dev.interlock.recovery;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Surroundings;
import dev.interlock.recovery.backup.SavedSurroundings;
import dev.interlock.recovery.drill.SurroundingsComeBack;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.store.BrokenStore;
import dev.interlock.recovery.store.FolderStore;
import dev.interlock.recovery.store.SealedStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** What stands around, saved into a sealed store and brought back without a database. */
public final class SavedAround {

  private final BackupStore store;
  private final Path places;
  private final SavedSurroundings.Saved saved;

  private SavedAround(BackupStore store, Path places, SavedSurroundings.Saved saved) {
    this.store = store;
    this.places = places;
    this.saved = saved;
  }

  /** Saves. */
  public static SavedAround of(Path folder, SurroundingSources sources) throws IOException {
    InstantSource clock = InstantSource.system();
    Path lies = Files.createTempDirectory(Debian.reachable(folder), "store");
    BackupStore store = new SealedStore(FolderStore.create(lies, clock), SealingKey.generate());
    var request =
        new TakeBackup.Request(
            "core", "b-1", "postgresql://none/none", null, folder, 1, null, false, sources);
    return new SavedAround(
        store,
        folder.resolve("drills"),
        new SavedSurroundings(store, clock, RecoveryProgress.NONE).save(request));
  }

  /** What the manifest says. */
  public Surroundings manifest() {
    return Objects.requireNonNull(saved.surroundings());
  }

  /** What was wrong. */
  public List<String> problems() {
    return saved.problems();
  }

  /** Content of the part whose name ends so. */
  public byte[] content(String end) throws IOException {
    try (InputStream in = store.open(part(end))) {
      return in.readAllBytes();
    }
  }

  private String part(String end) {
    return saved.parts().stream()
        .map(part -> part.name())
        .filter(name -> name.endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  /** Replaces a part, as if it had been saved like this. */
  public void replace(String end, byte[] content) throws IOException {
    String name = part(end);
    store.delete(name);
    store.put(name, new ByteArrayInputStream(content), null);
  }

  /** The same in a store that breaks off in the part whose name ends so. */
  public SavedAround breaking(String end) {
    return new SavedAround(BrokenStore.breaking(store, end), places, saved);
  }

  /** Removes a part. */
  public void remove(String end) {
    store.delete(part(end));
  }

  /** Brings it back as the manifest says. */
  public List<Checked> drill() {
    return drill(manifest(), Instant.now());
  }

  /** Brings it back as another manifest says, at another moment. */
  public List<Checked> drill(Surroundings manifest, Instant now) {
    try (DrillFolder folder = DrillFolder.make(places)) {
      return new SurroundingsComeBack(store, folder, now).check(manifest);
    }
  }
}
