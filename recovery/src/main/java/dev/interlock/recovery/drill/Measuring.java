package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.ProcessProbe;
import dev.interlock.recovery.ProcessProof;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.SqlCheck;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks whether each process works, and measures how long it stood still and how much work it lost.
 * What does not work, or whose newest work nobody can tell, is not measured.
 */
public final class Measuring {

  private final RestoredOdoo restored;
  private final Instant point;
  private final Instant lostAt;
  private final Supplier<Duration> elapsed;
  private final List<Checked> checks = new ArrayList<>();
  private final List<Measured> measured = new ArrayList<>();
  private final Set<String> waiting = new HashSet<>();

  /**
   * Measures in a restored system.
   *
   * @param point the moment that was brought back
   * @param lostAt the assumed moment of the loss
   * @param elapsed since the restore was declared
   */
  public Measuring(
      RestoredOdoo restored, Instant point, Instant lostAt, Supplier<Duration> elapsed) {
    this.restored = restored;
    this.point = point;
    this.lostAt = lostAt;
    this.elapsed = elapsed;
  }

  /** What was asked of the processes. */
  public List<Checked> checks() {
    return List.copyOf(checks);
  }

  /** What was measured of those that work. */
  public List<Measured> measured() {
    return List.copyOf(measured);
  }

  /**
   * Asks one process, and measures it; one that must work in Odoo only when {@link #inOdoo} says
   * that it does.
   */
  public void measure(ProcessProof proof) {
    boolean works = true;
    for (ProcessProbe probe : proof.probes()) {
      works &= keep(named(proof, probe.process(), probed(probe)));
    }
    for (SqlCheck check : proof.checks()) {
      works &= keep(named(proof, check.name(), asked(check)));
    }
    if (works && proof.inOdoo()) {
      waiting.add(proof.process());
    } else if (works) {
      measureNow(proof);
    }
  }

  /**
   * Tells whether a process works in the company's Odoo; from now on it does, if the database did
   * not say otherwise.
   *
   * @param result what was found, whatever its name
   */
  public void inOdoo(ProcessProof proof, Checked result) {
    if (keep(named(proof, "in-odoo", result)) && waiting.remove(proof.process())) {
      measureNow(proof);
    }
  }

  private void measureNow(ProcessProof proof) {
    Duration rto = elapsed.get();
    lost(proof).ifPresent(rpo -> measured.add(new Measured(proof.process(), rto, rpo)));
  }

  private boolean keep(Checked result) {
    checks.add(result);
    return result.outcome() == Outcome.PASS;
  }

  private static Checked named(ProcessProof proof, String what, Checked result) {
    String name = "process/" + proof.process() + "/" + what;
    return new Checked(name, result.outcome(), result.message(), result.numbers());
  }

  private Checked probed(ProcessProbe probe) {
    try {
      return probe.probe(restored);
    } catch (SQLException e) {
      return Checked.fail("", "it does not work: " + reason(e), Map.of());
    }
  }

  private Checked asked(SqlCheck check) {
    try {
      return check.verify(restored);
    } catch (SQLException e) {
      return Checked.unknown("", "there was no answer: " + reason(e));
    }
  }

  private Optional<Duration> lost(ProcessProof proof) {
    String name = "process/" + proof.process() + "/newest-work";
    try {
      Optional<Instant> newest = NewestWork.of(proof, restored, point);
      if (newest.isEmpty()) {
        checks.add(Checked.unknown(name, "there is no work in it, so what was lost is unknown"));
        return Optional.empty();
      }
      Duration lost = Duration.between(newest.get(), lostAt);
      boolean possible = !lost.isNegative();
      Map<String, Long> numbers = Map.of("epoch-seconds", newest.get().getEpochSecond());
      String message = "the newest work is of " + newest.get();
      checks.add(
          possible
              ? Checked.pass(name, message, numbers)
              : Checked.fail(name, message + ", after the loss: a clock was wrong", numbers));
      return possible ? Optional.of(lost) : Optional.empty();
    } catch (SQLException e) {
      checks.add(Checked.unknown(name, "there was no answer: " + reason(e)));
      return Optional.empty();
    }
  }

  private static String reason(SQLException e) {
    return Objects.requireNonNullElse(e.getMessage(), "no reason").replaceAll("\\s+", " ");
  }
}
