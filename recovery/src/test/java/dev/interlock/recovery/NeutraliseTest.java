package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.query.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class NeutraliseTest {

  /** What opens a way out again, and the only check that sees it. */
  private static final Map<String, String> REOPENED = new LinkedHashMap<>();

  static {
    REOPENED.put("update ir_cron set active = true where id = 1", "crons");
    REOPENED.put("insert into ir_cron_trigger values (9, 1, '2026-11-21')", "crons");
    REOPENED.put("update queue_job set state = 'enqueued' where id = 1", "queue-jobs");
    REOPENED.put("update ir_mail_server set active = true", "mail-servers");
    REOPENED.put("delete from ir_mail_server where smtp_host = 'mail.invalid'", "mail-servers");
    REOPENED.put("update fetchmail_server set active = true", "incoming-mail");
    REOPENED.put("update mail_mail set state = 'outgoing' where id = 1", "waiting-mail");
    REOPENED.put("update sms_sms set state = 'outgoing'", "text-messages");
    REOPENED.put("insert into mail_push_device values (9, 'x', 1)", "push-messages");
    REOPENED.put("update ir_act_server set webhook_url = 'https://x'", "webhooks");
    REOPENED.put("update base_automation set active = true", "webhooks");
    REOPENED.put("update payment_provider set state = 'test' where id = 1", "payments");
    REOPENED.put("update payment_token set active = true", "payments");
    REOPENED.put("update delivery_carrier set prod_environment = true where id = 2", "delivery");
    REOPENED.put("update delivery_carrier set active = true where id = 1", "delivery");
    REOPENED.put("update iap_account set account_token = 'x'", "paid-services");
    REOPENED.put("update account_edi_proxy_client_user set active = true", "electronic-invoices");
    REOPENED.put("update certificate_certificate set active = true", "electronic-invoices");
    REOPENED.put("update auth_oauth_provider set enabled = true", "sign-in");
    REOPENED.put("insert into res_users_apikeys values (9, 'x', 1, 'x')", "api-keys");
    REOPENED.put(
        "insert into ir_config_parameter (key, value) values ('cloud_storage_provider', 'azure')",
        "cloud-storage");
    REOPENED.put(
        "update ir_config_parameter set value = '5035d57a' where key = 'database.uuid'",
        "identity");
    REOPENED.put(
        "update ir_config_parameter set value = 'https://x' where key = 'web.base.url'", "address");
    REOPENED.put("delete from ir_config_parameter where key = 'web.base.url.freeze'", "address");
    REOPENED.put("delete from ir_config_parameter where key = 'database.is_neutralized'", "mark");
  }

  @TempDir Path folder;

  @Test
  void every_way_that_is_opened_again_is_seen() throws Exception {
    RestoreChecks checks = RestoreChecks.neutralised(Duration.ofMinutes(1));
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      for (Map.Entry<String, String> reopened : REOPENED.entrySet()) {
        Neutralise.run(odoo.database());
        odoo.run(reopened.getKey());

        assertThat(checks.run(odoo.restored(null), _ -> {}))
            .as(reopened.getKey())
            .filteredOn(result -> result.outcome() != Outcome.PASS)
            .extracting(Checked::check)
            .containsExactly("neutralised/" + reopened.getValue());
      }
    }
  }

  @Test
  void tokens_for_other_services_are_cleared() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(16, folder)) {
      assertThat(Neutralise.run(odoo.database())).containsEntry("outside-accounts", 2L);
    }
  }

  @Test
  void tokens_that_users_and_mail_servers_have_now_are_cleared() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      Neutralise.run(odoo.database());
      odoo.run(
          """
          alter table res_users add column oauth_access_token varchar default 'x';
          alter table ir_mail_server add column google_gmail_access_token varchar;
          update ir_mail_server set google_gmail_access_token = 'x' where id = 1
          """);

      assertThat(Neutralise.run(odoo.database())).containsEntry("outside-accounts", 2L);
    }
  }

  @Test
  void the_copy_gets_an_identity_of_its_own_each_time() throws Exception {
    try (OdooFixture one = OdooFixture.of(17, folder)) {
      Neutralise.run(one.database());
      String first = identity(one);
      one.run("update ir_config_parameter set value = 'x' where key = 'database.uuid'");
      Neutralise.run(one.database());

      assertThat(first).matches("00000000-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
      assertThat(identity(one)).isNotEqualTo(first);
    }
  }

  private static String identity(OdooFixture odoo) throws Exception {
    try (Session session = Session.open(odoo.database())) {
      return String.valueOf(
          session.text("select value from ir_config_parameter where key = 'database.uuid'"));
    }
  }
}
