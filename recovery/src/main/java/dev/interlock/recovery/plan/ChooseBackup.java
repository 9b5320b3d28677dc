package dev.interlock.recovery.plan;

import dev.interlock.estate.Environment;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Choice;
import dev.interlock.recovery.Scenario;
import dev.interlock.recovery.StoredBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which backup is brought back. After an attack only one that nobody could change since: immutable
 * still, and from before the attack when its moment is known, else one that a drill verified. A
 * base backup with its log comes to the moment just before.
 */
public final class ChooseBackup {

  private static final Duration JUST = Duration.ofSeconds(1);

  private final Known known;

  private ChooseBackup(Known known) {
    this.known = known;
  }

  /** The choice; a gap when none fits. */
  public static Choice of(Known known, Gaps gaps) {
    List<StoredBackup> all = known.backups();
    if (all == null) {
      gaps.about(
          RecoveryCode.NO_POINT,
          Environment.class,
          known.environment(),
          "no store of backups was named, so nobody can tell which one to take",
          "--from names the store");
      return new Choice(null, null, "no store of backups was named");
    }
    ChooseBackup choose = new ChooseBackup(known);
    Optional<Reached> newest =
        all.stream()
            .filter(it -> it.backup() != null && it.state() == BackupState.FINISHED)
            .filter(it -> !it.isOfFilesAlone())
            .flatMap(it -> choose.reached(it).stream())
            .max(Comparator.comparing(Reached::point).thenComparing(Reached::made));
    if (newest.isEmpty()) {
      gaps.about(
          RecoveryCode.NO_POINT,
          Environment.class,
          known.environment(),
          "none of its " + all.size() + " backups is " + choose.wanted(),
          "an older store, another region, or the provider's copies may have one");
      return new Choice(null, null, "no backup is " + choose.wanted());
    }
    return newest.get().choice(choose.wanted());
  }

  /** How far a backup comes; a dump to its own moment, a base backup as far as its log goes. */
  private record Reached(StoredBackup backup, Instant point) {

    Instant made() {
      return made(backup);
    }

    static Instant made(StoredBackup backup) {
      return Objects.requireNonNull(backup.backup()).point();
    }

    Choice choice(String wanted) {
      return backup.window() == null
          ? new Choice(backup.name(), point, "the newest that is " + wanted)
          : new Choice(
              backup.name(),
              point,
              "with its log it comes to the newest moment that is " + wanted,
              true);
    }
  }

  private Optional<Reached> reached(StoredBackup it) {
    LogWindow window = it.window();
    Optional<Instant> latest = Optional.of(window == null ? Reached.made(it) : window.to());
    if (known.scenario() == Scenario.RANSOMWARE) {
      latest = isImmutable(it) ? unchanged(it, window) : Optional.empty();
    }
    return latest.flatMap(point -> before(point, it)).map(point -> new Reached(it, point));
  }

  /** When nobody knows when the attack began, what a drill verified was whole at that moment. */
  private Optional<Instant> unchanged(StoredBackup it, @Nullable LogWindow window) {
    Optional<Instant> held =
        window == null ? Optional.of(Reached.made(it)) : window.immutableTo(known.now());
    return known.happenedAt() != null
        ? held
        : held.flatMap(point -> verified(it).filter(proven -> !proven.isAfter(point)));
  }

  /** The newest moment of a backup that a drill verified. */
  private Optional<Instant> verified(StoredBackup it) {
    return known.drills().stream()
        .filter(Drill::verified)
        .filter(drill -> drill.backup().equals(it.name()))
        .map(drill -> Objects.requireNonNullElse(drill.point(), Reached.made(it)))
        .max(Comparator.naturalOrder());
  }

  /** A server recovers everything that ended at its target or before, so that lies before it. */
  private Optional<Instant> before(Instant point, StoredBackup it) {
    Instant happened = known.happenedAt();
    if (happened == null || known.scenario() == Scenario.REGION_LOST || point.isBefore(happened)) {
      return Optional.of(point);
    }
    Instant made = Reached.made(it);
    if (it.window() == null || !made.isBefore(happened)) {
      return Optional.empty();
    }
    Instant just = happened.minus(JUST);
    return Optional.of(just.isBefore(made) ? made : just);
  }

  private boolean isImmutable(StoredBackup it) {
    Instant until = it.immutableUntil();
    return until != null && until.isAfter(known.now());
  }

  private String wanted() {
    Instant happened = known.happenedAt();
    String before = happened == null ? "" : " and older than " + Moment.utc(happened);
    return switch (known.scenario()) {
      case REGION_LOST -> "whole";
      case OPERATOR_ERROR -> "whole" + before;
      case RANSOMWARE ->
          happened == null
              ? "immutable and verified by a drill (nobody said when the attack began)"
              : "immutable" + before;
    };
  }
}
