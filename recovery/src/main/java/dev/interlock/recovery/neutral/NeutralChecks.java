package dev.interlock.recovery.neutral;

import dev.interlock.recovery.RestoreCheck;
import java.util.List;

/** The checks that each way out of a copy is closed. */
public final class NeutralChecks {

  private NeutralChecks() {}

  /** One for each way out. */
  public static List<RestoreCheck> all() {
    return Outlets.ALL.stream().<RestoreCheck>map(IsClosed::new).toList();
  }
}
