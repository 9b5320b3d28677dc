package dev.interlock.recovery.drill;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that lies in the store for a backup is what was stored, byte for byte. */
public final class PartsAreWhole {

  /** Name of the check. */
  public static final String NAME = "backup/parts-are-whole";

  private final BackupStore store;
  private final RecoveryProgress progress;

  /** Reads a store as it is, sealed or not. */
  public PartsAreWhole(BackupStore store, RecoveryProgress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Reads all parts and compares them with the manifest. */
  public Checked check(Backup backup) {
    List<String> wrong = new ArrayList<>();
    long all = backup.parts().stream().mapToLong(Part::bytes).sum();
    long done = 0;
    for (Part part : backup.parts()) {
      String found = found(part);
      if (!found.isEmpty()) {
        wrong.add(part.name() + " " + found);
      }
      done += part.bytes();
      progress.at(done, all);
    }
    Map<String, Long> numbers =
        Map.of("parts", (long) backup.parts().size(), "bytes", all, "wrong", (long) wrong.size());
    return wrong.isEmpty()
        ? Checked.pass(NAME, "all parts are as they were stored", numbers)
        : Checked.fail(NAME, String.join("; ", wrong), numbers);
  }

  private String found(Part part) {
    try (InputStream in = store.open(part.name())) {
      Sha256 digest = new Sha256();
      long bytes = digest.updateAll(in);
      if (bytes != part.bytes()) {
        return "has " + bytes + " bytes instead of " + part.bytes();
      }
      return digest.text().equals(part.digest()) ? "" : "is not what was stored: other content";
    } catch (IOException e) {
      return "can't be read: " + e.getMessage();
    } catch (Fault e) {
      return String.valueOf(e.getMessage());
    }
  }
}
