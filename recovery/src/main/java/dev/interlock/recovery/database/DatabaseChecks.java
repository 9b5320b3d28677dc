package dev.interlock.recovery.database;

import dev.interlock.recovery.CheckSettings;
import dev.interlock.recovery.RestoreCheck;
import java.util.List;

/** The checks of a restored database, in order. */
public final class DatabaseChecks {

  private DatabaseChecks() {}

  /** All of them. */
  public static List<RestoreCheck> all(CheckSettings settings) {
    return List.of(
        new EncodingAndCollation(),
        new ExtensionsAreKnown(),
        new TablesAsRecorded(settings.digester()),
        new ConstraintsAreValidated(),
        new IndexesAreValid(),
        new SequencesAreAhead(),
        new Checksums());
  }
}
