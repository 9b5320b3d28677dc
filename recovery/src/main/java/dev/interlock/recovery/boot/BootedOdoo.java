package dev.interlock.recovery.boot;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.OdooBoot;
import dev.interlock.recovery.OdooRequest;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.postgres.drill.DrillProgram;
import dev.interlock.recovery.query.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The company's Odoo that was started on a copy, and what it is asked: whether it is up, lets a
 * user in, gives the newest document of each kind and the newest file as the database has them.
 */
public final class BootedOdoo implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final OdooBoot boot;
  private final DrillProgram program;
  private final RestoredOdoo restored;
  private final OdooSession session;
  private long user;

  /** Asks nothing yet; the program was started to listen at that port. */
  public BootedOdoo(OdooBoot boot, DrillProgram program, RestoredOdoo restored, int port) {
    this.boot = boot;
    this.program = program;
    this.restored = restored;
    this.session = new OdooSession(port);
  }

  /** Waits until it is up; not for longer than it may take, nor when it has ended. */
  public Checked up() {
    return asked(
        "boot/odoo-answers",
        () -> {
          long begun = System.nanoTime();
          String why = "";
          while (since(begun).compareTo(boot.timeout()) < 0) {
            program.requireAlive();
            try {
              session.health(boot.health());
              return pass("it answers", Map.of("milliseconds", since(begun).toMillis()));
            } catch (NoAnswer e) {
              why = e.why();
            }
            Thread.sleep(PAUSE);
          }
          throw new NoAnswer("it is not up after " + boot.timeout().toSeconds() + " s: " + why);
        });
  }

  /** Signs a user of the copy in. */
  public Checked letsIn(String database) {
    return asked(
        "boot/people-get-in",
        () -> {
          CopyUser known = CopyUser.letIn(restored.database(), boot.login());
          session.signIn(database, known.login(), known.password());
          user = known.id();
          return pass("a user can sign in", Map.of());
        });
  }

  /** Reads the newest document of a model. */
  public Checked document(String work, String model) {
    return asked(
        "boot/work-" + work,
        () -> {
          Optional<NewestDocument> newest = newestDocument(model);
          if (newest.isEmpty()) {
            return new Checked(
                "",
                Outcome.UNKNOWN,
                "there is no " + model + " that the user could read",
                Map.of());
          }
          String name = session.nameOf(newest.get());
          if (!name.equals(newest.get().name())) {
            throw new NoAnswer("it gives another " + model + " than the database has");
          }
          return pass("it gives the newest " + model, Map.of());
        });
  }

  private Optional<NewestDocument> newestDocument(String model) throws SQLException {
    try (Session database = Session.open(restored.database())) {
      return NewestDocument.of(database, model, user);
    }
  }

  /** Fetches the newest file. */
  public Checked file() {
    return asked(
        "boot/file-comes-out",
        () -> {
          Optional<NewestFile> newest = newestFile();
          if (newest.isEmpty()) {
            return pass("there is no file", Map.of("files", 0L));
          }
          if (!session.digestOf(newest.get()).equals(newest.get().digest())) {
            throw new NoAnswer("the newest file comes out with another content: its SHA-1 differs");
          }
          return pass("the newest file comes out as it was stored", Map.of("files", 1L));
        });
  }

  private Optional<NewestFile> newestFile() throws SQLException {
    try (Session database = Session.open(restored.database())) {
      return NewestFile.of(database);
    }
  }

  /** Asks a question of the company's own. */
  public Checked request(OdooRequest request) {
    return asked(
        "boot/request-" + request.name(),
        () -> {
          String text = session.text(request.path(), request.body());
          String expected = request.contains();
          if (expected != null && !text.contains(expected)) {
            throw new NoAnswer("the answer does not hold the text that the estate names");
          }
          return pass("it answers as the estate says", Map.of());
        });
  }

  private interface Question {
    Checked ask() throws NoAnswer, DrillProgram.Ended, SQLException, InterruptedException;
  }

  private static Checked asked(String name, Question question) {
    try {
      Checked answer = question.ask();
      return new Checked(name, answer.outcome(), answer.message(), answer.numbers());
    } catch (NoAnswer e) {
      return Checked.fail(name, e.why(), Map.of());
    } catch (DrillProgram.Ended e) {
      return Checked.fail(name, e.why(), Map.of());
    } catch (SQLException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "the database does not answer");
      return Checked.unknown(name, reason.replaceAll("\\s+", " "));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Checked.unknown(name, "interrupted");
    }
  }

  private static Checked pass(String message, Map<String, Long> numbers) {
    return Checked.pass("", message, numbers);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  @Override
  public void close() {
    session.close();
  }
}
