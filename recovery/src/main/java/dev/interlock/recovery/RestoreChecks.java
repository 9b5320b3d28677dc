package dev.interlock.recovery;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.business.BusinessChecks;
import dev.interlock.recovery.database.DatabaseChecks;
import dev.interlock.recovery.neutral.NeutralChecks;
import dev.interlock.recovery.odoo.OdooChecks;
import dev.interlock.recovery.query.TimedSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks of a restored system, in the order in which they are asked. Each has transactions of its
 * own, which only read and are rolled back, and one that gets no answer is unknown, never passed.
 */
public final class RestoreChecks {

  private static final ThreadFactory BESIDE =
      Thread.ofPlatform().daemon().name("checks-", 0).factory();

  private final List<RestoreCheck> checks;
  private final Duration timeout;

  private RestoreChecks(List<RestoreCheck> checks, Duration timeout) {
    this.checks = List.copyOf(checks);
    this.timeout = timeout;
    long names = checks.stream().map(RestoreCheck::name).distinct().count();
    if (names < checks.size()) {
      throw new IllegalArgumentException("two checks have the same name: " + names());
    }
  }

  /**
   * All shipped checks of what was restored. They are asked before anything in the copy is changed,
   * also before it is neutralised.
   */
  public static RestoreChecks shipped(CheckSettings settings) {
    List<RestoreCheck> all =
        Stream.of(DatabaseChecks.all(settings), OdooChecks.all(settings), BusinessChecks.all())
            .flatMap(List::stream)
            .toList();
    return new RestoreChecks(all, settings.timeout());
  }

  /** The checks that the copy can't reach anybody, asked after {@link Neutralise}. */
  public static RestoreChecks neutralised(Duration timeout) {
    return new RestoreChecks(NeutralChecks.all(), timeout);
  }

  /** These, and then own ones. */
  public RestoreChecks and(List<? extends RestoreCheck> own) {
    List<RestoreCheck> all = new ArrayList<>(checks);
    all.addAll(own);
    return new RestoreChecks(all, timeout);
  }

  /** Their names, in order. */
  public List<String> names() {
    return checks.stream().map(RestoreCheck::name).toList();
  }

  /**
   * Asks all, one after the other and beside them those that wait for the disk, and shows each
   * result in its order, as soon as it is known.
   */
  public List<Checked> run(RestoredOdoo restored, Consumer<Checked> seen) {
    RestoredOdoo timed =
        new RestoredOdoo(
            new TimedSource(restored.database(), timeout), restored.filestore(), restored.backup());
    List<Checked> results = new ArrayList<>();
    try (ExecutorService beside = Executors.newThreadPerTaskExecutor(BESIDE)) {
      for (Supplier<Checked> question : questions(timed, beside)) {
        Checked result = question.get();
        results.add(result);
        seen.accept(result);
      }
    }
    return List.copyOf(results);
  }

  private List<Supplier<Checked>> questions(RestoredOdoo restored, Executor beside) {
    List<Supplier<Checked>> questions = new ArrayList<>();
    for (RestoreCheck check : checks) {
      Supplier<Checked> question = () -> ask(check, restored);
      questions.add(
          check.waitsForDisk() ? CompletableFuture.supplyAsync(question, beside)::join : question);
    }
    return questions;
  }

  private static Checked ask(RestoreCheck check, RestoredOdoo restored) {
    try {
      return check.verify(restored);
    } catch (SQLException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "the database did not answer");
      return Checked.unknown(check.name(), reason.replaceAll("\\s+", " "));
    } catch (RuntimeException e) {
      // A check that breaks must not take the results of all others away.
      return Checked.unknown(check.name(), "the check broke off: " + e);
    }
  }
}
