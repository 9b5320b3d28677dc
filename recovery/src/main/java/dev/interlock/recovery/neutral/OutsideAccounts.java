package dev.interlock.recovery.neutral;

/** Accounts at Google and Microsoft: calendars that are kept equal, and mail sent through them. */
final class OutsideAccounts {

  static final Outlet OUTLET =
      new Outlet(
          "outside-accounts",
          "accounts at other services can be used",
          Measure.clear("res_users_settings", "google_calendar_rtoken"),
          Measure.clear("res_users_settings", "google_calendar_token"),
          Measure.clear("google_calendar_credentials", "calendar_rtoken"),
          Measure.clear("google_calendar_credentials", "calendar_token"),
          Measure.clear("res_users", "microsoft_calendar_rtoken"),
          Measure.clear("res_users", "microsoft_calendar_token"),
          Measure.clear("microsoft_calendar_credentials", "calendar_rtoken"),
          Measure.clear("microsoft_calendar_credentials", "calendar_token"),
          Measure.clear("res_users", "oauth_access_token"),
          Measure.clear("ir_mail_server", "google_gmail_access_token"),
          Measure.clear("ir_mail_server", "microsoft_outlook_access_token"),
          Measure.clear("fetchmail_server", "google_gmail_access_token"),
          Measure.clear("fetchmail_server", "microsoft_outlook_access_token"),
          Measure.clear("ir_mail_server", "google_gmail_refresh_token"),
          Measure.clear("ir_mail_server", "microsoft_outlook_refresh_token"),
          Measure.clear("fetchmail_server", "google_gmail_refresh_token"),
          Measure.clear("fetchmail_server", "microsoft_outlook_refresh_token"));

  private OutsideAccounts() {}
}
