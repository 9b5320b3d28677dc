package dev.interlock.recovery.neutral;

import java.util.List;

/**
 * Who this database says it is: with the id of production it would be billed and answered as
 * production, with its secret it would accept what production signed. The new ones can be told from
 * any that Odoo makes.
 */
final class Identity {

  private static final List<String> COLUMNS = List.of("key", "value");

  static final Outlet OUTLET =
      new Outlet(
          "identity",
          "the copy passes for production",
          Measure.set(
              "ir_config_parameter",
              COLUMNS,
              "value = '00000000-' || substr(gen_random_uuid()::text, 10)",
              "key = 'database.uuid' and value not like '00000000-%'"),
          Measure.set(
              "ir_config_parameter",
              COLUMNS,
              "value = '00000000-' || gen_random_uuid() || gen_random_uuid()",
              "key = 'database.secret' and value not like '00000000-%'"),
          Measure.delete("ir_config_parameter", COLUMNS, "key = 'database.enterprise_code'"));

  private Identity() {}
}
