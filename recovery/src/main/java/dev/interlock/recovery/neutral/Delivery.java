package dev.interlock.recovery.neutral;

import java.util.List;

/** Orders to carriers: none in earnest, and none of a carrier outside. */
final class Delivery {

  static final Outlet OUTLET =
      new Outlet(
          "delivery",
          "carriers can be ordered",
          Measure.set(
              "delivery_carrier",
              List.of("prod_environment"),
              "prod_environment = false",
              "prod_environment"),
          Measure.set(
              "delivery_carrier",
              List.of("active", "delivery_type"),
              "active = false",
              "active and delivery_type not in ('fixed', 'base_on_rule')"));

  private Delivery() {}
}
