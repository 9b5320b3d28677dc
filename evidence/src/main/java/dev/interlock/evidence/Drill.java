package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A real restore was run and verified. */
@Doc("A real restore was run and verified.")
public record Drill(
    @Doc("The environment whose backup was restored.") String environment,
    @Doc("What was restored.") String backup,
    @Doc("Every check of the restored system passed.") boolean verified,
    @Doc("What was measured for each business process.") List<Measured> processes,
    @Doc("When the restore was declared: from here on time counts.") @Nullable Instant begun,
    @Doc("The moment that was brought back.") @Nullable Instant point,
    @Doc("The assumed moment of the loss.") @Nullable Instant lostAt,
    @Doc("How long each part took, in their order.") List<Stage> stages,
    @Doc("What each check of the restored system found.") List<Checked> checks,
    @Doc(value = "When the drill had ended.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Drill {
    processes = List.copyOf(processes);
    stages = List.copyOf(stages);
    checks = List.copyOf(checks);
  }

  /** A drill that tells only its result. */
  public Drill(
      String environment, String backup, boolean verified, List<Measured> processes, Instant at) {
    this(environment, backup, verified, processes, null, null, null, List.of(), List.of(), at);
  }

  /** What was measured for one process. */
  @Doc("What was measured for one process.")
  public record Measured(
      @Doc("Name of the BusinessProcess.") String process,
      @Doc(
              value = "From the start of the restore until the process worked again.",
              example = "PT1H20M")
          Duration rto,
      @Doc(
              value = "Age of the newest work that came back, at the moment of the assumed loss.",
              example = "PT4M")
          Duration rpo) {

    public Measured {
      if (rto.isNegative() || rpo.isNegative()) {
        throw new IllegalArgumentException("rto and rpo must not be negative");
      }
    }
  }

  /** A part of a drill. */
  @Doc("A part of a drill.")
  public record Stage(
      @Doc(value = "What was done.", example = "restore") String name,
      @Doc(value = "How long it took.", example = "PT40M") Duration length) {}

  /** What a check found; a drill in which anything is unknown is not verified. */
  public enum Outcome {
    PASS,
    FAIL,
    UNKNOWN
  }

  /** What one check of the restored system found. */
  @Doc("What one check of the restored system found.")
  public record Checked(
      @Doc(value = "Permanent name of the check.", example = "odoo/attachments-have-files")
          String check,
      @Doc("What it found.") Outcome outcome,
      @Doc("The same in words, with examples, never data of persons.") String message,
      @Doc("What was counted.") Map<String, Long> numbers) {

    public Checked {
      numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /** It is as it must be. */
    public static Checked pass(String check, String message, Map<String, Long> numbers) {
      return new Checked(check, Outcome.PASS, message, numbers);
    }

    /** It is not. */
    public static Checked fail(String check, String message, Map<String, Long> numbers) {
      return new Checked(check, Outcome.FAIL, message, numbers);
    }

    /** Nobody can tell; the message says what is missing. */
    public static Checked unknown(String check, String message) {
      return new Checked(check, Outcome.UNKNOWN, message, Map.of());
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName("environment/" + environment);
  }
}
