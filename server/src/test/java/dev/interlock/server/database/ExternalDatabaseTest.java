package dev.interlock.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.finding.Fault;
import dev.interlock.usecases.InputRejected;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a PostgreSQL of one's own. */
@Tag("slow")
class ExternalDatabaseTest {

  private static final String URL = "jdbc:postgresql://db.example:5432/erp?sslmode=verify-full";

  private static final Map<String, String> ROLES =
      Map.of(
          "INTERLOCK_DATABASE_OWNER", "erp_owner",
          "INTERLOCK_DATABASE_OWNER_PASSWORD", "hush-1",
          "INTERLOCK_DATABASE_USER", "erp_app",
          "INTERLOCK_DATABASE_USER_PASSWORD", "hush-2");

  @TempDir Path data;

  @Test
  void the_environment_says_who_connects_and_no_text_repeats_a_password() {
    ExternalDatabase database = ExternalDatabase.of(URL, ROLES);

    assertThat(database.owner()).isEqualTo(new DatabaseAddress(URL, "erp_owner", "hush-1"));
    assertThat(database.runtime()).isEqualTo(new DatabaseAddress(URL, "erp_app", "hush-2"));
    assertThat(database.toString()).contains("erp_owner").doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTERLOCK_DATABASE_OWNER",
        "INTERLOCK_DATABASE_OWNER_PASSWORD",
        "INTERLOCK_DATABASE_USER",
        "INTERLOCK_DATABASE_USER_PASSWORD"
      })
  void each_setting_that_is_missing_is_named(String name) {
    Map<String, String> some = new HashMap<>(ROLES);
    some.remove(name);
    assertThat(refusal(() -> ExternalDatabase.of(URL, some)))
        .contains(name + ": error: is not set");
  }

  @Test
  void the_owner_does_not_do_the_daily_work() {
    Map<String, String> same = new HashMap<>(ROLES);
    same.put("INTERLOCK_DATABASE_USER", "erp_owner");
    assertThatThrownBy(() -> ExternalDatabase.of(URL, same))
        .hasMessageContaining("can't also be who works with them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/erp?user=me",
        "jdbc:postgresql://db.example/erp?ssl=true&PASSWORD=hush",
        "jdbc:postgresql://me:hush@db.example/erp",
        "postgresql://db.example/erp",
        "jdbc:mysql://db.example/erp",
        "jdbc:postgresql://db.example:port/erp",
        ""
      })
  void an_address_that_cannot_be_used_is_refused_without_repeating_it(String url) {
    assertThat(refusal(() -> ExternalDatabase.of(url, ROLES)))
        .contains("--database-url")
        .doesNotContain("hush");
  }

  @Test
  void older_than_14_is_refused() {
    assertThatCode(() -> new Release(140_000).requireRecent()).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Release(130_022).requireRecent())
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("PostgreSQL 13.22");
  }

  @Test
  void a_role_that_is_there_keeps_its_password_and_a_wrong_one_is_told() {
    try (DataFolder folder = DataFolder.open(data);
        EmbeddedDatabase postgres = EmbeddedDatabase.start(folder)) {
      DatabaseAddress owner = postgres.owner();
      DatabaseAddress app = new DatabaseAddress(owner.url(), "erp-app", "it's right");
      Database.external(new ExternalDatabase(owner, app)).close();

      DatabaseAddress wrong = new DatabaseAddress(owner.url(), "erp-app", "a guess");
      assertThatThrownBy(() -> Database.external(new ExternalDatabase(owner, wrong)))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("erp-app@")
          .hasMessageContaining("password authentication failed");
      Database.external(new ExternalDatabase(owner, app)).close();
    }
  }

  private static String refusal(ThrowingCallable call) {
    InputRejected refused = catchThrowableOfType(InputRejected.class, call);
    return refused.problems().getFirst().render();
  }
}
