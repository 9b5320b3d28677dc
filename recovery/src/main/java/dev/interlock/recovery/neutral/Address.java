package dev.interlock.recovery.neutral;

import java.util.List;

/** The address that links lead to: one that nobody can have, and that signing in doesn't change. */
final class Address {

  private static final List<String> COLUMNS = List.of("key", "value");

  static final Outlet OUTLET =
      new Outlet(
          "address",
          "links lead to production",
          Measure.set(
              "ir_config_parameter",
              COLUMNS,
              "value = 'http://copy.invalid'",
              "key in ('web.base.url', 'report.url') and value <> 'http://copy.invalid'"),
          Parameter.of("web.base.url.freeze", "True"),
          Measure.clear("website", "domain"));

  private Address() {}
}
