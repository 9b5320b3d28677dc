package dev.interlock.recovery.neutral;

import java.util.List;

/** Messages to the browsers and telephones of users; the table had another name in 17. */
final class PushMessages {

  static final Outlet OUTLET =
      new Outlet(
          "push-messages",
          "devices of users can be reached",
          Measure.delete("mail_push", List.of("id"), "true"),
          Measure.delete("mail_push_device", List.of("id"), "true"),
          Measure.delete("mail_notification_web_push", List.of("id"), "true"),
          Measure.delete("mail_partner_device", List.of("id"), "true"));

  private PushMessages() {}
}
