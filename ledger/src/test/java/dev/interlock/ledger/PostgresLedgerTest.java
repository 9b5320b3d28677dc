package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(PostgresExtension.class)
class PostgresLedgerTest extends LedgerContract {

  private TestDatabase database;

  @BeforeEach
  void new_database(TestDatabase given) {
    database = given;
  }

  @Override
  Ledger open() {
    return database.open();
  }

  @Test
  void server_is_of_the_version_that_is_tested() {
    String version =
        Jdbi.create(database.runtime())
            .withHandle(
                handle -> handle.createQuery("show server_version").mapTo(String.class).one());
    assertThat(version).startsWith(PostgresServer.VERSION + ".");
  }

  @Test
  void migrating_again_changes_nothing() {
    try (Ledger ledger = open()) {
      ledger.append(Bytes.utf8("before"));
      PostgresLedger.migrate(database.owner(), PostgresDatabases.RUNTIME);
      ledger.append(Bytes.utf8("after"));
      assertThat(ledger.size()).isEqualTo(2);
    }
  }

  @Test
  void database_without_tables_is_told_apart(PostgresDatabases databases) {
    assertError(LedgerError.NOT_FOUND, () -> databases.empty().open());
  }

  @Test
  void role_that_does_not_exist_or_could_do_more_is_not_granted_the_ledger(
      PostgresDatabases databases) {
    TestDatabase empty = databases.empty();
    for (String role : List.of("no\"body", "postgres", PostgresDatabases.OWNER)) {
      assertError(LedgerError.UNSAFE_DATABASE, () -> PostgresLedger.migrate(empty.owner(), role));
    }
  }

  @Test
  void role_that_could_change_the_ledger_may_not_open_it() {
    for (String role : List.of("postgres", PostgresDatabases.OWNER)) {
      assertError(
          LedgerError.UNSAFE_DATABASE,
          () -> PostgresLedger.open(database.as(role), Samples.ORIGIN, Samples.KEY, Samples.CLOCK));
    }
  }

  @Test
  void ledger_whose_triggers_are_off_is_not_opened() {
    open().close();
    database.run(PostgresDatabases.OWNER, "alter table ledger.entry disable trigger in_turn");
    assertError(LedgerError.UNSAFE_DATABASE, this::open);
  }

  @Test
  void ledger_of_another_key_or_origin_is_refused() {
    open().close();
    assertError(
        LedgerError.WRONG_KEY,
        () ->
            PostgresLedger.open(
                database.runtime(), Samples.ORIGIN, Samples.key("other"), Samples.CLOCK));
    assertError(
        LedgerError.WRONG_KEY,
        () ->
            PostgresLedger.open(
                database.runtime(), "example.com/other", Samples.KEY, Samples.CLOCK));
  }

  @Test
  void replica_sees_what_another_appended() {
    try (Ledger one = open();
        Ledger other = open()) {
      one.append(List.of(Bytes.utf8("a"), Bytes.utf8("b")));
      assertThat(other.size()).isEqualTo(2);
      assertThat(other.read(1).utf8()).isEqualTo("b");
      assertThat(other.append(Bytes.utf8("c")).first()).isEqualTo(2);
      assertThat(one.append(Bytes.utf8("d")).first()).isEqualTo(3);
      assertThat(one.inclusion(2, 4).proves(Bytes.utf8("c"), other.root(4))).isTrue();
      assertThat(other.checkpoint()).isEqualTo(one.checkpoint());
    }
  }

  @Test
  void ledger_changes_its_key_while_replicas_run() {
    SigningKey next = Samples.key("next");
    try (Ledger before =
        PostgresLedger.open(
            database.runtime(),
            Samples.ORIGIN,
            Samples.KEY,
            List.of(next.verificationKey()),
            java.time.Duration.ofSeconds(5),
            Samples.CLOCK)) {
      before.append(Bytes.utf8("under the first key"));
      try (Ledger after =
          PostgresLedger.open(
              database.runtime(),
              Samples.ORIGIN,
              next,
              List.of(Samples.PUBLIC),
              java.time.Duration.ofSeconds(5),
              Samples.CLOCK)) {
        after.append(Bytes.utf8("under the second key"));
        assertThat(before.append(Bytes.utf8("under the first again")).first()).isEqualTo(2);
      }
    }
  }

  @Test
  void entries_of_every_kind_of_bytes_come_back() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    List<Bytes> entries = List.of(Bytes.of(all), Bytes.utf8(""), Bytes.utf8("it's \\ \" {}"));
    try (Ledger ledger = open()) {
      ledger.append(entries);
      assertThat(Samples.all(ledger)).isEqualTo(entries);
    }
  }

  @Test
  void database_that_is_not_there_is_something_outside() {
    assertThatThrownBy(() ->
            PostgresLedger.open(
                database.databases().server().connect("nobody", "nowhere"),
                Samples.ORIGIN,
                Samples.KEY,
                Samples.CLOCK))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.error().kind()).isEqualTo(LedgerError.Kind.OUTSIDE));
  }
}
