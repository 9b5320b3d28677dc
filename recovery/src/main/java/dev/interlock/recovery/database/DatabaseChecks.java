package dev.interlock.recovery.database;

import dev.interlock.recovery.CheckSettings;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.TableDigester;
import java.util.ArrayList;
import java.util.List;

/** The checks of a restored database, in order. */
public final class DatabaseChecks {

  private DatabaseChecks() {}

  /** All of them. */
  public static List<RestoreCheck> all(CheckSettings settings) {
    List<RestoreCheck> checks = new ArrayList<>();
    checks.add(new EncodingAndCollation());
    checks.add(new ExtensionsAreKnown(settings.plan()));
    TableDigester digester = settings.digester();
    if (digester != null) {
      checks.add(new TablesAsRecorded(digester));
    } else {
      // Whoever restores a dump lets PostgreSQL check all rows; of a copied server nobody did.
      checks.add(new ForeignKeysHold());
      checks.add(new RowsKeepRules());
    }
    checks.add(new ConstraintsAreValidated());
    checks.add(new IndexesAreValid());
    checks.add(new SequencesAreAhead());
    checks.add(new Checksums());
    return List.copyOf(checks);
  }
}
