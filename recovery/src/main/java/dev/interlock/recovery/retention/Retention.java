package dev.interlock.recovery.retention;

import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.RetentionRule;
import dev.interlock.recovery.RetentionVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which backups of one environment are kept. What is not understood is kept, and so is everything
 * as long as there is no good backup. A function of what it is given.
 */
public final class Retention {

  private static final Comparator<Candidate> BY_AGE =
      Comparator.comparing(Retention::point).thenComparing(Candidate::id).reversed();

  private final RetentionRule rule;
  private final Set<BackupId> asked;
  private final Instant now;
  private final List<Candidate> good;
  private final Map<BackupId, List<String>> periods;

  private Retention(
      List<Candidate> candidates, RetentionRule rule, Set<BackupId> asked, Instant now) {
    this.asked = asked;
    this.rule = rule;
    this.now = now;
    this.good = candidates.stream().filter(this::isGood).sorted(BY_AGE).toList();
    this.periods = Periods.kept(good, rule);
  }

  /** Judges all backups of an environment; the order stays. */
  public static List<RetentionVerdict> judge(
      List<Candidate> backups, RetentionRule rule, Instant now) {
    return judge(backups, rule, Set.of(), now);
  }

  /**
   * The same, with some that somebody wants gone: rules keep these no longer, protection does.
   *
   * @param asked which
   */
  public static List<RetentionVerdict> judge(
      List<Candidate> backups, RetentionRule rule, Set<BackupId> asked, Instant now) {
    Retention retention = new Retention(backups, rule, asked, now);
    return backups.stream().map(retention::verdict).toList();
  }

  /** A finished backup of a moment that has been. */
  private boolean isGood(Candidate backup) {
    Instant point = backup.point();
    return backup.state() == BackupState.FINISHED && point != null && !point.isAfter(now);
  }

  private static Instant point(Candidate backup) {
    Instant point = backup.point();
    return point == null ? Instant.MIN : point;
  }

  private RetentionVerdict verdict(Candidate backup) {
    List<String> reasons = new ArrayList<>();
    whatProtects(backup, reasons);
    whatIsUnknown(backup, reasons);
    List<String> rules = new ArrayList<>();
    whatRulesKeep(backup, rules);
    if (reasons.isEmpty() && !rules.isEmpty() && asked.contains(backup.id())) {
      String why = "somebody wants it gone, though " + String.join(", ", rules);
      return new RetentionVerdict(backup.id(), false, true, List.of(why), null);
    }
    reasons.addAll(rules);
    return reasons.isEmpty()
        ? new RetentionVerdict(backup.id(), false, false, List.of(whyNot(backup)), null)
        : new RetentionVerdict(backup.id(), true, false, reasons, null);
  }

  private void whatProtects(Candidate backup, List<String> reasons) {
    Instant until = backup.immutableUntil();
    if (backup.held()) {
      reasons.add(backup.protection());
    }
    if (until != null && until.isAfter(now)) {
      reasons.add("it is immutable until " + until);
    }
    if (good.isEmpty()) {
      reasons.add("there is no good backup, so nothing is removed");
    } else if (good.getFirst().id().equals(backup.id())) {
      reasons.add("it is the newest good backup");
    }
  }

  private void whatIsUnknown(Candidate backup, List<String> reasons) {
    Instant point = backup.point();
    if (backup.state() == BackupState.UNREADABLE) {
      reasons.add("its manifest can't be read, so nobody knows what it is");
    } else if (point == null) {
      reasons.add("nobody knows how old it is");
    } else if (point.isAfter(now)) {
      reasons.add("it is of a time to come: a clock was wrong");
    }
  }

  private void whatRulesKeep(Candidate backup, List<String> reasons) {
    boolean unfinished = backup.state() == BackupState.UNFINISHED;
    if (unfinished && isYounger(backup.point(), rule.unfinished())) {
      reasons.add("it is unfinished, and somebody may still be at it");
    }
    if (!unfinished && isYounger(backup.point(), rule.all())) {
      reasons.add("it is younger than " + rule.all());
    }
    reasons.addAll(periods.getOrDefault(backup.id(), List.of()));
  }

  private boolean isYounger(@Nullable Instant point, Duration age) {
    return point != null && !point.isAfter(now) && point.isAfter(now.minus(age));
  }

  private static String whyNot(Candidate backup) {
    return switch (backup.state()) {
      case UNFINISHED -> "it was never finished";
      case DAMAGED -> "it is damaged and old";
      default -> "no rule keeps it";
    };
  }
}
