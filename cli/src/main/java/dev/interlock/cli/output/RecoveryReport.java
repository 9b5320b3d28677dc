package dev.interlock.cli.output;

import dev.interlock.ledger.Recovery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a ledger held behind its last checkpoint before it was written to again. */
public final class RecoveryReport {

  private RecoveryReport() {}

  /** One line for each thing that was put right. */
  public static List<String> warnings(Path ledger, Recovery recovery) {
    List<String> lines = new ArrayList<>();
    if (recovery.adoptedEntries() > 0) {
      lines.add(
          "warning: "
              + ledger
              + ": an interrupted write had left "
              + Prose.count(recovery.adoptedEntries(), "entry", "entries")
              + " of this key without a checkpoint; kept, and covered now");
    }
    recovery.setAside().ifPresent(aside -> lines.add(moved(ledger, aside)));
    return lines.stream().map(Prose::safe).toList();
  }

  private static String moved(Path ledger, Recovery.SetAside aside) {
    String entries =
        aside.entries() == 0
            ? ""
            : ", among them " + Prose.count(aside.entries(), "entry", "entries");
    return "warning: "
        + ledger
        + ": "
        + Prose.count(aside.bytes(), "byte")
        + " behind the last checkpoint"
        + entries
        + ", bear no seal of this key; moved to "
        + aside.savedTo()
        + ". Were they acknowledged once? A checkpoint kept elsewhere tells: ledger verify --since";
  }
}
