package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://odoo:s%20+%3Aecret@db.plant:6432/acme?sslmode=require",
        "postgres://odoo:s%20+%3Aecret@db.plant:6432/acme?sslmode=require&application_name=x",
        "jdbc:postgresql://db.plant:6432/acme?user=odoo&password=s%20+%3Aecret&sslmode=require"
      })
  void all_ways_to_write_an_address_mean_the_same(String url) {
    assertThat(PostgresAddress.of(url))
        .isEqualTo(
            new PostgresAddress(
                "db.plant", 6432, "acme", "odoo", "s +:ecret", Map.of("sslmode", "require")));
  }

  @Test
  void the_port_and_the_password_may_be_left_out() {
    PostgresAddress address = PostgresAddress.of("postgresql://odoo@[::1]/acme");

    assertThat(address).isEqualTo(new PostgresAddress("::1", 5432, "acme", "odoo", null));
    assertThat(address.environment()).doesNotContainKey("PGPASSWORD");
  }

  @Test
  void a_folder_among_the_options_is_that_of_a_socket() {
    PostgresAddress address =
        PostgresAddress.of(
            "postgresql:///acme?host=/run/postgresql&port=5433&user=odoo&password=hunter2");

    assertThat(address)
        .isEqualTo(new PostgresAddress("/run/postgresql", 5433, "acme", "odoo", "hunter2"));
    assertThat(address.environment()).containsEntry("PGHOST", "/run/postgresql");
    assertThat(PostgresAddress.of("postgresql:///acme?host=/run&user=odoo").port()).isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql:///acme?host=db&user=odoo&password=hunter2",
        "postgresql:///acme?host=/run&port=no&user=odoo&password=hunter2",
        "mysql://odoo:hunter2@db/acme",
        "postgresql://odoo:hunter2@db",
        "postgresql://:hunter2@db/acme",
        "postgresql://odoo:hunter2%zz@db/acme",
        "postgresql://odoo:hunter2 @db/acme",
        "hunter2"
      })
  void what_is_no_address_is_refused_without_being_repeated(String url) {
    assertThatThrownBy(() -> PostgresAddress.of(url))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("expected postgresql://user:password@host:5432/database")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @Test
  void tools_find_the_password_in_their_environment_and_nobody_sees_it() {
    PostgresAddress address =
        PostgresAddress.of("postgresql://odoo:hunter2@db/acme?sslmode=verify-full");

    assertThat(address.environment())
        .containsEntry("PGPASSWORD", "hunter2")
        .containsEntry("PGHOST", "db")
        .containsEntry("PGSSLMODE", "verify-full");
    assertThat(address.toString()).isEqualTo("odoo@db:5432/acme");
  }
}
