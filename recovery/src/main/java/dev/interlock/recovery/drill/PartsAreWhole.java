package dev.interlock.recovery.drill;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.FirstFew;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that lies in the store for a backup is what was stored, byte for byte. */
public final class PartsAreWhole {

  /** Name of the check. */
  public static final String NAME = "backup/parts-are-whole";

  private final BackupStore store;
  private final Backup backup;
  private final RecoveryProgress progress;
  private final Map<Part, String> wrong = new HashMap<>();
  private final long all;
  private long done;

  /** Reads a store as it is, sealed or not. */
  public PartsAreWhole(BackupStore store, Backup backup, RecoveryProgress progress) {
    this.store = store;
    this.backup = backup;
    this.progress = progress;
    this.all = backup.parts().stream().mapToLong(Part::bytes).sum();
  }

  /**
   * Reads all parts, which is a stage of its own, and compares them with the manifest.
   *
   * @param keep is shown what was found
   * @return false when a part is not what was stored
   * @throws Fault STORE_FAILED when the store fails and nothing bad was found before: that says
   *     nothing about the backup
   */
  public boolean fetch(Stages stages, Consumer<Checked> keep) {
    return fetch(stages, keep, "", () -> {});
  }

  /**
   * The same, and one part is read before the others.
   *
   * @param first name of that part; there may be none
   * @param then is done as soon as it is known that this part is whole; must not take long
   */
  boolean fetch(Stages stages, Consumer<Checked> keep, String first, Runnable then) {
    Checked found = stages.run("fetch", () -> check(first, then));
    keep.accept(found);
    return found.outcome() == Outcome.PASS;
  }

  private Checked check(String first, Runnable then) {
    String rest = "";
    try {
      for (Part part : inOrder(first)) {
        if (isWhole(part) && part.name().equals(first)) {
          then.run();
        }
      }
    } catch (Fault e) {
      if (wrong.isEmpty()) {
        throw e;
      }
      rest = "; the rest was not read: " + e.getMessage();
    }
    return checked(rest);
  }

  private List<Part> inOrder(String first) {
    return backup.parts().stream()
        .sorted(Comparator.comparing(part -> !part.name().equals(first)))
        .toList();
  }

  private boolean isWhole(Part part) {
    String found = found(part);
    if (!found.isEmpty()) {
      wrong.put(part, found);
    }
    done += part.bytes();
    progress.at(done, all);
    return found.isEmpty();
  }

  private Checked checked(String rest) {
    List<Part> parts = backup.parts();
    Map<String, Long> numbers =
        Map.of("parts", (long) parts.size(), "bytes", all, "wrong", (long) wrong.size());
    return wrong.isEmpty()
        ? Checked.pass(NAME, "all parts are as they were stored", numbers)
        : Checked.fail(NAME, words() + rest, numbers);
  }

  private String words() {
    return FirstFew.of(
        backup.parts().stream()
            .filter(wrong::containsKey)
            .map(part -> part.name() + " " + wrong.get(part))
            .toList(),
        "; ");
  }

  private String found(Part part) {
    try (InputStream in = new ToldStream(store.open(part.name()), part.bytes(), told(part))) {
      Sha256 digest = new Sha256();
      long bytes = digest.updateAll(in);
      if (bytes != part.bytes()) {
        return "has " + bytes + " bytes instead of " + part.bytes();
      }
      return digest.text().equals(part.digest()) ? "" : "is not what was stored: other content";
    } catch (IOException e) {
      return "can't be read: " + e.getMessage();
    } catch (Fault e) {
      if (RecoveryCode.isOfBackup(e)) {
        return String.valueOf(e.getMessage());
      }
      throw e;
    }
  }

  /** One that is longer than it should be is told as whole. */
  private PartProgress told(Part part) {
    return (read, _) -> progress.at(done + Math.min(read, part.bytes()), all);
  }
}
