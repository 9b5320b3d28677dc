package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** It is an Odoo with its base installed, in a version whose tables the checks know. */
public final class IsOdoo implements RestoreCheck {

  private static final int OLDEST = 16;
  private static final int NEWEST = 19;
  private static final Pattern SERIES = Pattern.compile("(?:saas[~-])?(\\d{1,3})\\..*");

  @Override
  public String name() {
    return "odoo/is-odoo";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      if (!session.hasTable("ir_module_module")) {
        return new Tally(name()).wrongWhen(true, "there is no table of modules").otherwise("");
      }
      String version =
          session.text(
              "select latest_version from ir_module_module where name = 'base' and state = 'installed'");
      int series = series(version);
      return new Tally(name())
          .count("series", series)
          .wrongWhen(version == null, "its base is not installed")
          .unknownWhen(
              series < OLDEST || series > NEWEST,
              "the checks know Odoo %d to %d, this is %s".formatted(OLDEST, NEWEST, version))
          .otherwise("Odoo " + version);
    }
  }

  private static int series(@Nullable String version) {
    Matcher matcher = SERIES.matcher(version == null ? "" : version);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
