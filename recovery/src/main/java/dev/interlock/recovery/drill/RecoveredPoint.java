package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.postgres.drill.RestoredCluster.Recovered;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalScan;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server came to the point that was asked. What it says of itself is compared with what was read
 * in its log without it: a server that stops early at a damaged record says nothing of that.
 *
 * @param whole from when on the copy is whole
 * @param target the asked moment; null for the end of the log
 */
record RecoveredPoint(Instant whole, @Nullable Instant target, WalChain chain, WalScan read) {

  static final String NAME = "database/recovered-to-the-asked-point";

  Checked check(Recovered recovered) {
    List<String> wrong = new ArrayList<>();
    Instant last = recovered.lastTransaction();
    Instant must = read.newest();
    // What ended before the copy was begun is in the log, but need not be applied again.
    boolean applied = last != null || (must != null && must.isAfter(whole));
    if (applied && !Objects.equals(last, must)) {
      wrong.add("the last transaction is of " + last + " instead of " + must);
    }
    if (target == null && recovered.end() != null && end(recovered) != read.last()) {
      wrong.add(
          "it ended at "
              + recovered.end()
              + " instead of "
              + WalSegment.place(read.last())
              + ", the end of the log");
    }
    Map<String, Long> numbers = Map.of("timeline", chain.timeline());
    return wrong.isEmpty()
        ? Checked.pass(NAME, "to " + words(last), numbers)
        : Checked.fail(NAME, String.join("; ", wrong), numbers);
  }

  private static long end(Recovered recovered) {
    return WalSegment.offset(Objects.requireNonNull(recovered.end()));
  }

  private String words(@Nullable Instant last) {
    String point = target == null ? "the end of the log" : target.toString();
    return last == null
        ? point + ", with no transaction since the backup"
        : point + ", with the last transaction of " + last;
  }
}
