package dev.interlock.recovery.neutral;

/** Text messages and letters on paper, which cost money. */
final class TextMessages {

  static final Outlet OUTLET =
      new Outlet(
          "text-messages",
          "text messages or letters wait to be sent",
          Measure.state("sms_sms", "canceled", "outgoing", "process"),
          Measure.state("snailmail_letter", "canceled", "pending"),
          Measure.state("whatsapp_message", "cancel", "outgoing"),
          Measure.clear("res_company", "sms_twilio_auth_token"));

  private TextMessages() {}
}
