package dev.interlock.recovery.neutral;

/** Incoming mail: a copy that fetches takes the mail away from production. */
final class IncomingMail {

  static final Outlet OUTLET =
      new Outlet("incoming-mail", "mail can be fetched", Measure.deactivate("fetchmail_server"));

  private IncomingMail() {}
}
