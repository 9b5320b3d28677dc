package dev.interlock.recovery.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The roles that policies of a dump name. Roles belong to a server and are in no dump of a
 * database; owners and rights are not restored, but policies are, and they fail without their
 * roles.
 *
 * @param names as they are, without quotes
 */
record DumpedRoles(Set<String> names) {

  private static final String ROLE = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private static final Pattern POLICY =
      Pattern.compile(
          "CREATE POLICY (?:[^\"]|\"(?:[^\"]|\"\")*\")*? TO ("
              + ROLE
              + "(?:, "
              + ROLE
              + ")*)"
              + "(?: USING | WITH CHECK |;).*");

  private static final Pattern ONE = Pattern.compile(ROLE);

  /** Keywords that stand where a role can. */
  private static final Set<String> NO_ROLES = Set.of("public", "PUBLIC", "CURRENT_USER");

  DumpedRoles {
    names = new TreeSet<>(names);
  }

  /**
   * Reads them.
   *
   * @param restore the program pg_restore
   * @param dump a file or folder; what can't be read names none, and its restore will tell why
   */
  static DumpedRoles of(Path restore, Path dump) {
    Lines lines = new Lines();
    List<String> words =
        List.of(
            restore.toString(),
            "--schema-only",
            "--no-owner",
            "--no-acl",
            "--file=-",
            dump.toAbsolutePath().toString());
    try {
      new ToolRun(new ToolCommand(words, Map.of())).run(lines);
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", e);
    }
    return new DumpedRoles(lines.roles);
  }

  /** Makes those that are not there: nobody can sign in as one of them. */
  void make(PostgresAddress server) {
    if (names.isEmpty()) {
      return;
    }
    try (Connection connection = Sessions.connect(server)) {
      for (String name : names) {
        make(connection, name);
      }
    } catch (SQLException e) {
      throw failed("a role that the dump names can't be made: " + e.getMessage(), e);
    }
  }

  private static void make(Connection connection, String name) throws SQLException {
    try {
      String quoted = '"' + name.replace("\"", "\"\"") + '"';
      Sessions.run(connection, "CREATE ROLE " + quoted + " NOLOGIN");
    } catch (SQLException e) {
      if (!"42710".equals(e.getSQLState())) { // it is there
        throw e;
      }
    }
  }

  private static Fault failed(String why, Exception cause) {
    return new Fault(RecoveryCode.RESTORE_FAILED.code(), "the restore failed:\n  " + why, cause);
  }

  /** Takes the script of a dump, and keeps a line of it at a time. */
  private static final class Lines extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Set<String> roles = new TreeSet<>();

    @Override
    public void write(int b) {
      if (b == '\n') {
        read(line.toString(UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }

    private void read(String command) {
      if (command.startsWith("CREATE POLICY ")) {
        add(POLICY.matcher(command));
      }
    }

    private void add(Matcher found) {
      if (found.matches()) {
        ONE.matcher(found.group(1)).results().forEach(one -> add(one.group()));
      }
    }

    private void add(String role) {
      if (role.startsWith("\"")) {
        roles.add(role.substring(1, role.length() - 1).replace("\"\"", "\""));
      } else if (!NO_ROLES.contains(role)) {
        roles.add(role);
      }
    }
  }
}
