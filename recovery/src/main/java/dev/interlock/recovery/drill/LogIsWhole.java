package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.log.LogFetch;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log is there without a gap, each record as it was written, as far as a recovery needs it.
 *
 * @param chain what follows on the copy
 * @param gaps what is missing or contradicts itself
 * @param historiesThere false when a history of timelines is known to be lost
 * @param target the asked moment; null for the end of the log
 */
record LogIsWhole(
    WalChain chain, List<String> gaps, boolean historiesThere, @Nullable Instant target) {

  static final String NAME = "backup/log-is-whole";

  /** Fetches it; what lies behind the target need not be there. */
  List<Checked> fetched(LogFetch fetch, RecoveryProgress progress) {
    if (historiesThere) {
      fetch.histories();
      files(fetch, progress);
    }
    boolean reached = fetch.scan().passed() && chain.branchedOff();
    List<String> wrong = fetch.wrong().isEmpty() && !reached ? gaps : fetch.wrong();
    Map<String, Long> numbers = Map.of("files", (long) fetch.files(), "wrong", (long) wrong.size());
    if (!wrong.isEmpty()) {
      return List.of(Checked.fail(NAME, String.join("; ", wrong), numbers));
    }
    Checked whole = Checked.pass(NAME, "all of it that is needed is as it was stored", numbers);
    return target == null ? List.of(whole) : List.of(whole, reaches(target, fetch));
  }

  private void files(LogFetch fetch, RecoveryProgress progress) {
    int done = 0;
    for (WalSegment file : chain.files()) {
      if (!fetch.segment(file)) {
        return;
      }
      progress.at(++done, chain.files().size());
    }
  }

  private static Checked reaches(Instant target, LogFetch fetch) {
    String name = "backup/log-reaches-the-asked-point";
    Instant newest = fetch.scan().newest();
    return fetch.scan().passed()
        ? Checked.pass(name, "a transaction ended after " + target, Map.of())
        : Checked.fail(
            name,
            "asked is "
                + target
                + ", but the log ends with "
                + (newest == null ? "no transaction at all" : "a transaction of " + newest),
            Map.of());
  }
}
