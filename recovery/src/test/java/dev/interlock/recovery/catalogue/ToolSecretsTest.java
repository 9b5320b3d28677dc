package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tool says is told on, without what is secret in it. */
class ToolSecretsTest {

  @Test
  void settings_that_are_secret_by_their_name_are_not_told() {
    assertThat(hide("conninfo: host=db user=b password=tiger dbname=erp"))
        .isEqualTo("conninfo: host=db user=b password=*** dbname=erp");
    assertThat(hide("password='two words' host=db")).isEqualTo("password=*** host=db");
    assertThat(hide("repo1-cipher-pass=abc, repo1-s3-key-secret: def"))
        .isEqualTo("repo1-cipher-pass=***, repo1-s3-key-secret: ***");
    assertThat(hide("cannot reach postgresql://backup:tiger@db:5432/erp"))
        .isEqualTo("cannot reach postgresql://backup:***@db:5432/erp");
  }

  @Test
  void what_the_environment_holds_as_a_secret_is_not_told() {
    Map<String, String> held = Map.of("PGBACKREST_REPO1_CIPHER_PASS", "tiger", "HOME", "/root");

    assertThat(ToolSecrets.hide("unable to open tiger in /root", held))
        .isEqualTo("unable to open *** in /root");
  }

  @Test
  void all_else_is_told_as_it_is() {
    String words = "ERROR: [050]: unable to acquire lock on file '/tmp/erp-backup.lock'";

    assertThat(hide(words)).isEqualTo(words);
    assertThat(hide("option 'repo1-cipher-pass' must be set")).contains("'repo1-cipher-pass' must");
  }

  private static String hide(String words) {
    return ToolSecrets.hide(words, Map.of());
  }
}
