package dev.interlock.server.security.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

/** What is told as an outage, and what is not. */
class OutageCausesTest {

  private static TransactionSystemException rolledBackAfter(RuntimeException first) {
    var both =
        new TransactionSystemException(
            "JDBC rollback failed", new SQLException("Connection is closed"));
    both.initApplicationException(first);
    return both;
  }

  private static RuntimeException failed(String state) {
    return new UncategorizedSQLException("read", null, new SQLException("it failed", state));
  }

  @Test
  void a_rollback_that_fails_too_does_not_hide_that_the_database_is_gone() {
    assertThat(Outage.isOutage(rolledBackAfter(failed("57P01")))).isTrue();
    assertThat(Outage.isOutage(new IllegalStateException(rolledBackAfter(failed("08006")))))
        .isTrue();
  }

  @Test
  void an_error_of_ours_stays_one() {
    assertThat(Outage.isOutage(rolledBackAfter(failed("42601")))).isFalse();
    assertThat(Outage.isOutage(new IllegalStateException("ours"))).isFalse();
    assertThat(Outage.isOutage(null)).isFalse();
  }
}
