package dev.interlock.recovery.neutral;

import java.util.List;

/** Services that Odoo sells by use; a token that ends so is refused. */
final class PaidServices {

  static final Outlet OUTLET =
      new Outlet(
          "paid-services",
          "paid services can be used",
          Measure.set(
              "iap_account",
              List.of("account_token"),
              "account_token = left(split_part(account_token, '+', 1), 34) || '+disabled'",
              "account_token not like '%+disabled'"));

  private PaidServices() {}
}
