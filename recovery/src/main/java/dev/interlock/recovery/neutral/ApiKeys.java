package dev.interlock.recovery.neutral;

import java.util.List;

/** Keys with which other programs sign in: what holds for production must not open its copy. */
final class ApiKeys {

  static final Outlet OUTLET =
      new Outlet(
          "api-keys",
          "programs can sign in with keys of production",
          Measure.delete("res_users_apikeys", List.of("id"), "true"));

  private ApiKeys() {}
}
