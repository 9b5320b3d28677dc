package dev.interlock.recovery.neutral;

import java.util.List;

/** Payments: providers, what customers have saved with them, and terminals at tills. */
final class Payments {

  static final Outlet OUTLET =
      new Outlet(
          "payments",
          "money can be moved",
          Measure.set(
              "payment_provider",
              List.of("state"),
              "state = 'disabled'",
              "state is distinct from 'disabled'"),
          Measure.set("payment_provider", List.of("is_live"), "is_live = false", "is_live"),
          Measure.deactivate("payment_token"),
          Measure.clear("pos_payment_method", "use_payment_terminal"));

  private Payments() {}
}
