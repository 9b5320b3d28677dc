package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/**
 * No module is half installed: none waits to be installed, upgraded or removed (Odoo runs no
 * scheduled job then), each has a version, and all that it builds on is installed.
 */
public final class ModulesAreWhole implements RestoreCheck {

  @Override
  public String name() {
    return "odoo/modules-are-whole";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      session.require("ir_module_module");
      session.require("ir_module_module_dependency");
      return new Tally(name())
          .count(
              "installed",
              session.number("select count(*) from ir_module_module where state = 'installed'"))
          .none(
              "half-way",
              session.faults(
                  """
                  select name || ' (' || state || ')' from ir_module_module
                  where state like 'to %' order by name
                  """),
              "modules are half installed")
          .none(
              "without-version",
              session.faults(
                  """
                  select name from ir_module_module where state = 'installed'
                    and coalesce(latest_version, '') = '' order by name
                  """),
              "installed modules have no version")
          .none(
              "without-what-they-need",
              session.faults(
                  """
                  select m.name || ' needs ' || d.name from ir_module_module m
                  join ir_module_module_dependency d on d.module_id = m.id
                  where m.state = 'installed' and not exists
                    (select from ir_module_module n where n.name = d.name and n.state = 'installed')
                  order by 1
                  """),
              "modules lack what they build on")
          .otherwise("no module is half installed");
    }
  }
}
