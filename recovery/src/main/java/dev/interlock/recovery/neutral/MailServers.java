package dev.interlock.recovery.neutral;

import java.util.List;

/**
 * Outgoing mail. Without any server Odoo takes the one of its command line, so a dead one is put
 * in.
 */
final class MailServers {

  private static final String DEAD_SERVER =
      """
      insert into ir_mail_server
        (name, smtp_host, smtp_port, smtp_encryption, smtp_authentication, active)
      select 'copy: sends nothing', 'mail.invalid', 25, 'none', 'login', true
      where not exists (select from ir_mail_server where active)
      """;

  static final Outlet OUTLET =
      new Outlet(
          "mail-servers",
          "mail can be sent",
          Measure.set(
              "ir_mail_server",
              List.of("active", "smtp_host"),
              "active = false",
              "active and smtp_host is distinct from 'mail.invalid'"),
          Measure.clear("mail_template", "mail_server_id"),
          new Measure(
              "ir_mail_server",
              List.of("active", "smtp_host", "smtp_port", "smtp_encryption", "smtp_authentication"),
              DEAD_SERVER,
              "select 1 - count(*) from (select from ir_mail_server where active limit 1) as one"));

  private MailServers() {}
}
