package dev.interlock.recovery.plan;

import dev.interlock.estate.Environment;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryCode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long things take, as the newest verified drill measured them. Nothing is estimated. */
public final class Measurements {

  /**
   * What a drill does before the restored system can be asked; database and files together. Of a
   * dump they come back at the same time, after a recovery one after the other.
   */
  private static final Set<String> BRINGING_BACK =
      Set.of("fetch", "restore", "log", "recover", "files");

  private static final Set<String> ASKING = Set.of("verify", "probe");

  private final @Nullable Drill drill;

  private Measurements(@Nullable Drill drill) {
    this.drill = drill;
  }

  /** Those of an environment; a gap when there are none, or when they are older than allowed. */
  public static Measurements of(Known known, Gaps gaps) {
    Optional<Drill> newest = known.drills().stream().filter(Drill::verified).findFirst();
    Optional<Duration> within = drillWithin(known);
    if (newest.isEmpty()) {
      gaps.about(
          RecoveryCode.STALE_DRILL,
          Environment.class,
          known.environment(),
          "no restore drill of " + known.environment() + " was verified",
          "interlock drill run makes one");
    } else if (within.isPresent() && newest.get().at().plus(within.get()).isBefore(known.now())) {
      gaps.about(
          RecoveryCode.STALE_DRILL,
          Environment.class,
          known.environment(),
          "the newest verified drill of "
              + known.environment()
              + " is from "
              + Moment.utc(newest.get().at())
              + ", older than "
              + Durations.words(within.get()),
          "interlock drill run makes a new one");
    }
    return new Measurements(newest.orElse(null));
  }

  /** The strictest age that a tier of the environment's risk policy asks for. */
  private static Optional<Duration> drillWithin(Known known) {
    return Optional.ofNullable(known.place().riskPolicy())
        .flatMap(name -> known.estate().find(RiskPolicy.class, name))
        .map(RiskPolicy::tiers)
        .orElse(List.of())
        .stream()
        .map(RiskTier::drillWithin)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  /** How long it takes to bring a service back; null when no drill does that. */
  @Nullable Duration of(ServiceType type) {
    return type == ServiceType.POSTGRESQL || type == ServiceType.FILESTORE
        ? sum(BRINGING_BACK)
        : null;
  }

  /** How long the restored system is asked; null when that was never measured. */
  @Nullable Duration asking() {
    return sum(ASKING);
  }

  private @Nullable Duration sum(Set<String> names) {
    if (drill == null) {
      return null;
    }
    List<Duration> lengths =
        drill.stages().stream()
            .filter(stage -> names.contains(stage.name()))
            .map(Stage::length)
            .toList();
    return lengths.isEmpty() ? null : lengths.stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** By what, in words. */
  String words(@Nullable Duration length) {
    return length == null || drill == null
        ? "never measured"
        : "measured by the drill of " + Moment.utc(drill.at());
  }
}
