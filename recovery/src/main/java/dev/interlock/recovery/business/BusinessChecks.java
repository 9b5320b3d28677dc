package dev.interlock.recovery.business;

import dev.interlock.recovery.RestoreCheck;
import java.util.List;

/** The checks of a restored business, in order. */
public final class BusinessChecks {

  private BusinessChecks() {}

  /** All of them. */
  public static List<RestoreCheck> all() {
    return List.of(
        new EntriesBalance(),
        new StockEqualsMoves(),
        new NumberingIsContinuous(),
        new NewestWork(),
        new OpenOrders());
  }
}
