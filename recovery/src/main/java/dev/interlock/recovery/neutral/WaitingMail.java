package dev.interlock.recovery.neutral;

import java.util.List;

/** Mail and messages that wait to be sent. */
final class WaitingMail {

  static final Outlet OUTLET =
      new Outlet(
          "waiting-mail",
          "mails wait to be sent",
          Measure.state("mail_mail", "cancel", "outgoing"),
          Measure.delete("mail_message_schedule", List.of("scheduled_datetime"), "true"),
          Measure.delete("mail_scheduled_message", List.of("scheduled_date"), "true"));

  private WaitingMail() {}
}
