package dev.interlock.recovery.alert;

import java.util.List;
import java.util.function.ToLongFunction;

/** What backups before the newest were like. */
final class Earlier {

  /** Fewer say nothing. */
  static final int LEAST = 3;

  private static final int LOOKED_AT = 14;

  private Earlier() {}

  /**
   * The median of those before the newest.
   *
   * @param good the newest first, more than {@link #LEAST}
   */
  static <T> long median(List<T> good, ToLongFunction<T> value) {
    long[] sorted = good.stream().skip(1).limit(LOOKED_AT).mapToLong(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
