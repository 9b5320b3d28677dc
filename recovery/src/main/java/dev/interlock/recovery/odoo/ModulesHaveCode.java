package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of every installed module is there, in the version that the database was left in. Odoo
 * starts without it all the same, writes an error into its log and leaves the module out.
 */
public final class ModulesHaveCode implements RestoreCheck {

  /** What Odoo puts before the version of a manifest, such as {@code 18.0}. */
  private static final Pattern SERIES = Pattern.compile("(saas[~-])?\\d+\\.\\d+");

  private final Map<String, String> code;

  /** With names and versions of the modules whose code is there; a version may be empty. */
  public ModulesHaveCode(Map<String, String> code) {
    this.code = Map.copyOf(code);
  }

  @Override
  public String name() {
    return "odoo/modules-have-code";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    Faults absent = new Faults();
    Faults other = new Faults();
    Faults untold = new Faults();
    try (Session session = Session.open(restored.database())) {
      session.require("ir_module_module");
      String made =
          session.hasColumn("ir_module_module", "imported") ? " and imported is not true" : "";
      session.each(
          "select name, latest_version from ir_module_module where state = 'installed'"
              + made
              + " order by name",
          row -> compare(row.getString(1), row.getString(2), absent, other, untold));
    }
    return new Tally(name())
        .count("modules-with-code", code.size())
        .count("versions-untold", untold.count())
        .none("absent", absent, "installed modules without code")
        .none("other-version", other, "modules whose code has another version")
        .otherwise("all installed modules have their code");
  }

  private void compare(
      String module, @Nullable String version, Faults absent, Faults other, Faults untold) {
    String there = code.get(module);
    if (there == null) {
      absent.add(module);
    } else if (there.isEmpty()) {
      untold.add(module);
    } else if (!isSame(String.valueOf(version), there)) {
      other.add("%s is %s, its code %s".formatted(module, version, there));
    }
  }

  /** A manifest may leave the series of Odoo out, the database never does. */
  private static boolean isSame(String installed, String there) {
    String rest = "." + there;
    return installed.equals(there)
        || (installed.endsWith(rest)
            && SERIES
                .matcher(installed.substring(0, installed.length() - rest.length()))
                .matches());
  }
}
