package dev.interlock.recovery.neutral;

import java.util.List;

/** All ways out that Odoo 16 to 19 and common modules have. */
final class Outlets {

  /** In the order in which they are closed: first what acts by itself. */
  static final List<Outlet> ALL =
      List.of(
          Crons.OUTLET,
          QueueJobs.OUTLET,
          MailServers.OUTLET,
          IncomingMail.OUTLET,
          WaitingMail.OUTLET,
          TextMessages.OUTLET,
          Campaigns.OUTLET,
          PushMessages.OUTLET,
          Webhooks.OUTLET,
          Payments.OUTLET,
          Delivery.OUTLET,
          PaidServices.OUTLET,
          ElectronicInvoices.OUTLET,
          OutsideAccounts.OUTLET,
          SignIn.OUTLET,
          ApiKeys.OUTLET,
          CloudStorage.OUTLET,
          Identity.OUTLET,
          Address.OUTLET,
          Mark.OUTLET);

  private Outlets() {}
}
