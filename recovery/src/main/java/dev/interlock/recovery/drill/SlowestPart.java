package dev.interlock.recovery.drill;

import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tells of parts of a stage that are done at the same time: it is as far as the one behind. */
public final class SlowestPart {

  private static final long WHOLE = 1000;

  private final RecoveryProgress progress;
  private final List<Long> shares = new ArrayList<>();

  /** Of a stage; it has no part yet. */
  public SlowestPart(RecoveryProgress progress) {
    this.progress = progress;
  }

  /** One more part; known before any of them tells. */
  public synchronized PartProgress part() {
    int number = shares.size();
    shares.add(0L);
    return (done, all) -> told(number, all == 0 ? WHOLE : done * WHOLE / all);
  }

  private synchronized void told(int number, long share) {
    long before = Collections.min(shares);
    shares.set(number, Math.max(share, shares.get(number)));
    long now = Collections.min(shares);
    if (now > before) {
      progress.at(now, WHOLE);
    }
  }
}
