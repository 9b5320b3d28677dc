package dev.interlock.changes.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.RegisterEvent.Filed;
import dev.interlock.changes.register.RegisterServer.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody may do to a register, by privilege and by trigger. */
@ExtendWith(RegisterServer.class)
class RegisterOnlyGrowsTest {

  private static final String DENIED = "42501";
  private static final List<String> TABLES = List.of("changes.event", "changes.content");

  private final TestDatabase database;

  RegisterOnlyGrowsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void one_change() {
    database
        .open()
        .append(
            ChangeRegisterContract.event(new Filed("a", ChangeRegisterContract.version("t")), 0),
            List.of(ChangeRegisterContract.FILE));
  }

  @Test
  void the_runtime_role_reads_and_inserts_and_nothing_else() {
    for (String table : TABLES) {
      refused(RegisterServer.RUNTIME, "delete from " + table);
      refused(RegisterServer.RUNTIME, "truncate " + table);
      refused(RegisterServer.RUNTIME, "alter table " + table + " disable trigger all");
      refused(RegisterServer.RUNTIME, "drop table " + table + " cascade");
    }
    refused(RegisterServer.RUNTIME, "update changes.event set account = 'other'");
    refused(RegisterServer.RUNTIME, "update changes.content set data = ''");
    refused(RegisterServer.RUNTIME, "set session_replication_role = replica");
    refused(RegisterServer.RUNTIME, "create table changes.other (a int)");
    refused(RegisterServer.RUNTIME, "select * from changes.migration");
    refused(RegisterServer.RUNTIME, "set role " + RegisterServer.OWNER);
  }

  @Test
  void triggers_hold_for_the_owner_and_for_replication_too() {
    for (String table : TABLES) {
      refused(RegisterServer.OWNER, "delete from " + table);
      refused(RegisterServer.OWNER, "truncate " + table);
      refused("postgres", "set session_replication_role = replica; delete from " + table);
    }
    refused(RegisterServer.OWNER, "update changes.event set account = 'other'");
    refused(RegisterServer.OWNER, "update changes.content set data = ''");
  }

  @Test
  void an_event_out_of_turn_and_a_file_under_a_wrong_digest_are_refused() {
    String values = "'b', 1, 'filed', 'x', now(), '{}', null, '')";
    String insert = "insert into changes.event values (";
    assertThat(failure(RegisterServer.RUNTIME, insert + "7, " + values)).isEqualTo("23514");
    assertThat(failure(RegisterServer.RUNTIME, insert + "1, " + values)).isEqualTo("23514");
    assertThat(failure(RegisterServer.RUNTIME, "insert into changes.content values ('x', 'y')"))
        .isEqualTo("23514");
  }

  @Test
  void where_a_change_stands_is_found_through_an_index() {
    String plan =
        Jdbi.create(database.as(RegisterServer.RUNTIME))
            .withHandle(handle -> {
              handle.execute("set enable_seqscan = off");
              return String.join(
                  "\n",
                  handle
                      .createQuery(
                          "explain select max(version) from changes.event where change = 'a'")
                      .mapTo(String.class)
                      .list());
            });
    assertThat(plan).contains("event_of_change").doesNotContain("Seq Scan");
  }

  private void refused(String role, String sql) {
    assertThat(failure(role, sql)).as(sql).isEqualTo(DENIED);
  }

  /** The state that says how it failed; empty when it did not. */
  private String failure(String role, String sql) {
    return Jdbi.create(database.as(role))
        .withHandle(handle -> {
          try {
            handle.createScript(sql).execute();
            return "";
          } catch (JdbiException e) {
            Throwable root = e;
            while (root.getCause() != null) {
              root = root.getCause();
            }
            return root instanceof SQLException s ? String.valueOf(s.getSQLState()) : "?";
          }
        });
  }
}
