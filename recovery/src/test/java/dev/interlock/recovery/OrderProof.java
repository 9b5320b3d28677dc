package dev.interlock.recovery;

import java.util.List;

/** Proves that an order of a small Odoo came back: that of the asked moment, and no other. */
final class OrderProof {

  private OrderProof() {}

  /** Its first order must have that name. */
  static ProcessProof named(String name) {
    SqlCheck named =
        new SqlCheck(
            "name-of-order",
            "select 1 from sale_order where id = 1 and name = '%s'".formatted(name),
            Expectation.parse("rows").orElseThrow());
    return new ProcessProof(
        "order-to-cash", List.of(ProcessProbes.of("sales").orElseThrow()), List.of(named), null);
  }
}
