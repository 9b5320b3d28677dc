package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the role that appends, and where it is said even the owner, may not do to a ledger. */
@Tag("slow")
@ExtendWith(PostgresExtension.class)
class PostgresAppendOnlyTest {

  private static final String DENIED = "42501";
  private static final String CHECK_VIOLATION = "23514";
  private static final List<String> BOTH = List.of("ledger.entry", "ledger.checkpoint");

  private TestDatabase database;

  @BeforeEach
  void ledger_with_entries(TestDatabase given) {
    database = given;
    try (Ledger ledger = database.open()) {
      ledger.append(List.of(Bytes.utf8("first"), Bytes.utf8("second")));
    }
  }

  @Test
  void update_is_refused() {
    refused("update ledger.entry set data = data");
    refused("update ledger.checkpoint set note = note");
    refused(
        "insert into ledger.checkpoint values (2, '', '') on conflict (size) do update set note = ''");
  }

  @Test
  void delete_is_refused() {
    BOTH.forEach(table -> refused("delete from " + table));
  }

  @Test
  void truncate_is_refused() {
    BOTH.forEach(table -> refused("truncate " + table));
  }

  @Test
  void disabling_triggers_is_refused() {
    BOTH.forEach(table -> refused("alter table " + table + " disable trigger all"));
    BOTH.forEach(table -> refused("alter table " + table + " disable trigger only_grows"));
    refused("drop trigger in_turn on ledger.entry");
    refused(
        "create or replace function ledger.continue_entries() returns trigger language plpgsql"
            + " as 'begin return new; end'");
  }

  @Test
  void session_replication_role_is_refused() {
    refused("set session_replication_role = replica");
    refused("select set_config('session_replication_role', 'replica', false)");
  }

  @Test
  void drop_is_refused() {
    BOTH.forEach(table -> refused("drop table " + table + " cascade"));
    refused("drop schema ledger cascade");
    refused("alter table ledger.entry drop constraint hash_is_of_data");
    refused("alter table ledger.entry rename to old");
  }

  @Test
  void create_in_the_schema_is_refused() {
    refused("create table ledger.other (a int)");
    refused("create function ledger.f() returns int language sql as 'select 1'");
    refused("create rule r as on insert to ledger.entry do instead nothing");
    refused(
        "create trigger t before insert on ledger.entry for each row"
            + " execute function ledger.refuse_change()");
    refused("create temporary table t () inherits (ledger.entry)");
  }

  @Test
  void copy_to_a_program_is_refused() {
    refused("copy ledger.entry to program 'cat'");
    refused("copy ledger.entry from program 'echo'");
    refused("copy ledger.entry to '/tmp/entries'");
  }

  @Test
  void granting_oneself_more_is_refused() {
    String self = PostgresDatabases.RUNTIME;
    // A grant by somebody who may grant nothing is only a warning: what counts is the effect.
    ignored("grant update, delete on ledger.entry to " + self);
    ignored("grant create on schema ledger to " + self);
    refused("grant " + PostgresDatabases.OWNER + " to " + self);
    refused("set role " + PostgresDatabases.OWNER);
    refused("alter table ledger.entry owner to " + self);
    refused("alter role " + self + " superuser");
    refused("update ledger.entry set data = data");
    refused("delete from ledger.entry");
    refused("create table ledger.other (a int)");
  }

  @Test
  void locking_others_out_of_the_tables_is_refused() {
    BOTH.forEach(table -> refused("do 'begin lock table " + table + "; end'"));
    refused("select * from ledger.checkpoint for update");
  }

  @Test
  void history_of_migrations_is_not_open_to_it() {
    refused("select * from ledger.migration");
    refused("delete from ledger.migration");
  }

  @Test
  void entry_that_leaves_a_gap_is_refused() {
    for (int index : List.of(-1, 0, 1, 3, 4)) {
      String values = "(" + index + ", sha256('\\x00'::bytea || 'x'::bytea), 'x')";
      fails(CHECK_VIOLATION, "insert into ledger.entry values " + values);
    }
    fails(
        CHECK_VIOLATION,
        "insert into ledger.entry select i, sha256('\\x00'::bytea || 'x'::bytea), 'x'"
            + " from unnest(array[2, 4]) i");
  }

  @Test
  void entry_whose_hash_is_not_its_own_is_refused() {
    fails(CHECK_VIOLATION, "insert into ledger.entry values (2, sha256('x'), 'x')");
  }

  @Test
  void checkpoint_over_other_entries_than_there_are_is_refused() {
    for (int size : List.of(0, 1, 3)) {
      fails(CHECK_VIOLATION, "insert into ledger.checkpoint values (" + size + ", '', '')");
    }
  }

  @Test
  void operators_of_the_caller_do_not_get_into_the_triggers() {
    database.run(
        "postgres",
        "create schema evil",
        "grant all on schema evil to " + PostgresDatabases.RUNTIME);
    assertThatThrownBy(() ->
            database.run(
                PostgresDatabases.RUNTIME,
                "create function evil.never(bigint, bigint) returns boolean language sql"
                    + " as 'select false'",
                "create operator evil.<> (leftarg = bigint, rightarg = bigint,"
                    + " function = evil.never)",
                "set search_path = evil, pg_catalog",
                "insert into ledger.entry values"
                    + " (9, sha256('\\x00'::bytea || 'x'::bytea), 'x')"))
        .hasMessageContaining("entry 9 is out of turn");
  }

  @Test
  void even_the_owner_can_not_change_it_while_the_triggers_stand() {
    for (String change : List.of("update %s set size = 1", "delete from %s", "truncate %s")) {
      String sql = change.formatted("ledger.checkpoint");
      assertThat(failure(PostgresDatabases.OWNER, sql)).isEqualTo(DENIED);
    }
    assertThat(failure(PostgresDatabases.OWNER, "delete from ledger.entry")).isEqualTo(DENIED);
  }

  @Test
  void triggers_stand_also_for_a_replicating_superuser() {
    for (String sql : List.of("delete from ledger.entry", "truncate ledger.checkpoint")) {
      assertThat(failure("postgres", "set session_replication_role = replica", sql))
          .isEqualTo(DENIED);
    }
  }

  @Test
  void forged_checkpoint_is_refused_when_read() {
    try (Ledger ledger = database.open()) {
      Bytes entry = Bytes.utf8("third");
      SigningKey stranger = Samples.key("stranger");
      Bytes root = new Rfc6962(List.of(Bytes.utf8("first"), Bytes.utf8("second"), entry)).root(3);
      Checkpoint forged = Checkpoint.of(Samples.ORIGIN, 3, root, null).after(ledger.checkpoint());
      String edge = InclusionProof.leafHash(entry).hex() + ledger.root(2).hex();
      database.run(
          PostgresDatabases.RUNTIME,
          "insert into ledger.entry values (2, sha256('\\x00'::bytea || 'third'::bytea), 'third')",
          "insert into ledger.checkpoint values (3, '"
              + SignedCheckpoint.sign(forged, stranger).note()
              + "', '\\x"
              + edge
              + "')");
      assertError(LedgerError.WRONG_KEY, ledger::size);
      assertError(LedgerError.WRONG_KEY, ledger::checkpoint);
      assertError(LedgerError.WRONG_KEY, () -> ledger.read(2));
      assertError(LedgerError.WRONG_KEY, () -> ledger.append(entry));
      assertError(LedgerError.WRONG_KEY, database::open);
      assertThat(ledger.read(1).utf8()).isEqualTo("second");
    }
  }

  @Test
  void entry_without_a_checkpoint_is_noticed() {
    try (Ledger ledger = database.open()) {
      database.run(
          PostgresDatabases.RUNTIME,
          "insert into ledger.entry values (2, sha256('\\x00'::bytea || 'x'::bytea), 'x')");
      assertError(LedgerError.CORRUPTED, ledger::size);
      assertError(LedgerError.CORRUPTED, () -> ledger.append(Bytes.utf8("on top of it")));
      assertError(LedgerError.CORRUPTED, database::open);
    }
  }

  private void refused(String sql) {
    fails(DENIED, sql);
  }

  private void fails(String state, String sql) {
    assertThat(failure(PostgresDatabases.RUNTIME, sql)).as(sql).isEqualTo(state);
  }

  private void ignored(String sql) {
    assertThat(failure(PostgresDatabases.RUNTIME, sql)).as(sql).isIn("", DENIED);
  }

  /** The state that says how the last statement failed; empty when it did not. */
  private String failure(String role, String... statements) {
    String last = statements[statements.length - 1];
    return Jdbi.create(database.as(role))
        .withHandle(handle -> {
          for (int i = 0; i < statements.length - 1; i++) {
            handle.execute(statements[i]);
          }
          try {
            handle.execute(last);
            return "";
          } catch (JdbiException e) {
            return e.getCause() instanceof SQLException sql ? sql.getSQLState() : "?";
          }
        });
  }
}
