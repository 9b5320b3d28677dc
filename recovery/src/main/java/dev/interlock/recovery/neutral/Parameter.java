package dev.interlock.recovery.neutral;

import java.util.List;

/** Measures that put a parameter of Odoo to a value, whether it was there or not. */
final class Parameter {

  private Parameter() {}

  /** Neither the key nor the value may have quotes in it. */
  static Measure of(String key, String value) {
    String is = "from ir_config_parameter where key = '" + key + "'";
    return new Measure(
        "ir_config_parameter",
        List.of("key", "value"),
        """
        with changed as (
          update ir_config_parameter set value = '%2$s' where key = '%1$s' returning key)
        insert into ir_config_parameter (key, value) select '%1$s', '%2$s'
        where not exists (select from changed)
        """
            .formatted(key, value),
        "select 1 - count(*) " + is + " and value = '" + value + "'");
  }
}
