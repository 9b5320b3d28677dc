package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log of a drill's PostgreSQL says of processes that somebody ended. */
class ServerLogTest {

  private static final String AT = "2026-11-22 21:10:04.511 UTC [4711] ";

  @TempDir private Path folder;

  @Test
  void a_process_that_was_killed_is_told() throws Exception {
    assertThat(log("postmaster LOG:  server process (PID 4712) was terminated by signal 9: Killed"))
        .contains("server process (PID 4712) was terminated by signal 9: Killed");
  }

  @Test
  void a_session_that_was_ended_is_told() throws Exception {
    assertThat(log("client backend FATAL:  terminating connection due to administrator command"))
        .contains("terminating connection due to administrator command");
  }

  @Test
  void a_worker_that_ends_with_a_failed_statement_is_not() throws Exception {
    assertThat(log("parallel worker FATAL:  terminating connection due to administrator command"))
        .isEmpty();
  }

  @Test
  void what_a_statement_says_is_not() throws Exception {
    assertThat(
            log(
                "client backend STATEMENT:  select '[1] client backend FATAL:  terminating"
                    + " connection due to administrator command'"))
        .isEmpty();
  }

  private Optional<String> log(String line) throws Exception {
    Path file = folder.resolve("postgres.log");
    Files.writeString(file, AT + "client backend LOG:  nothing\n" + AT + line + "\n");
    return new ServerLog(file).killed();
  }
}
