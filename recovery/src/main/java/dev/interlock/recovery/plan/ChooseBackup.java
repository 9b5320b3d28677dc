package dev.interlock.recovery.plan;

import dev.interlock.estate.Environment;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Choice;
import dev.interlock.recovery.StoredBackup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which backup is brought back. After an attack only one that nobody could change since: immutable
 * still, and from before the attack when its moment is known, else one that a drill verified.
 */
public final class ChooseBackup {

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
    Optional<StoredBackup> newest =
        all.stream()
            .filter(it -> it.backup() != null && it.state() == BackupState.FINISHED)
            .filter(choose::fits)
            .max(Comparator.comparing(ChooseBackup::point));
    if (newest.isEmpty()) {
      gaps.about(
          RecoveryCode.NO_POINT,
          Environment.class,
          known.environment(),
          "none of its " + all.size() + " backups is " + choose.wanted(),
          "an older store, another region, or the provider's copies may have one");
      return new Choice(null, null, "no backup is " + choose.wanted());
    }
    return new Choice(
        newest.get().name(), point(newest.get()), "the newest that is " + choose.wanted());
  }

  private boolean fits(StoredBackup it) {
    Instant happened = known.happenedAt();
    boolean before = happened == null || point(it).isBefore(happened);
    return switch (known.scenario()) {
      case REGION_LOST -> true;
      case OPERATOR_ERROR -> before;
      case RANSOMWARE -> before && isImmutable(it) && (happened != null || isVerified(it));
    };
  }

  private boolean isImmutable(StoredBackup it) {
    Instant until = it.immutableUntil();
    return until != null && until.isAfter(known.now());
  }

  private boolean isVerified(StoredBackup it) {
    return known.drills().stream()
        .filter(Drill::verified)
        .anyMatch(d -> d.backup().equals(it.name()));
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

  private static Instant point(StoredBackup it) {
    Backup backup = Objects.requireNonNull(it.backup());
    return backup.point();
  }
}
