package dev.interlock.usecases;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Tier;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.recovery.DrillTimes;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.RecoveryForecasts.Forecast;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of each environment when it is drilled, and what its drills proved. */
public final class WatchDrills {

  private final EstateInForce estate;

  /** Tells by this estate. */
  public WatchDrills(EstateInForce estate) {
    this.estate = estate;
  }

  /**
   * An environment that should be drilled or was.
   *
   * @param name its name
   * @param displayName as people know it
   * @param times when drills are due; null when nobody said
   * @param drills newest first
   * @param objectives of its processes: what the newest drill that counts measured
   * @param forecasts of the processes whose objective will break
   */
  public record Watched(
      String name,
      String displayName,
      @Nullable DrillTimes times,
      List<Reviewed> drills,
      List<Objective> objectives,
      List<Forecast> forecasts) {

    public Watched {
      drills = List.copyOf(drills);
      objectives = List.copyOf(objectives);
      forecasts = List.copyOf(forecasts);
    }

    /** The newest drill that counts. */
    public Optional<Reviewed> newest() {
      return drills.stream().filter(drill -> drill.item().trusted()).findFirst();
    }
  }

  /** Evidence of drills in the register, and whether it counts. */
  public List<EvidenceItem> registered(ChangeBook book, Instant now) {
    book.catchUp();
    return estate
        .evidence()
        .read(new RegisteredEvidence(book).shared(PredicateKind.DRILL.word()), now)
        .items();
  }

  /**
   * Everything that is in production, has a schedule, or was drilled; by name.
   *
   * @param evidence of drills
   */
  public List<Watched> run(List<EvidenceItem> evidence, Instant now) {
    List<Reviewed> all = new ReviewDrills(estate, now).items(evidence);
    Estate read = estate.loaded().estate();
    return read.all(Environment.class).entrySet().stream()
        .map(entry -> watched(entry.getKey(), entry.getValue(), read, all, now))
        .filter(it -> matters(read, it))
        .toList();
  }

  private static boolean matters(Estate estate, Watched watched) {
    return watched.times() != null
        || !watched.drills().isEmpty()
        || estate
            .find(Environment.class, watched.name())
            .filter(environment -> environment.tier() == Tier.PRODUCTION)
            .isPresent();
  }

  private static Watched watched(
      String name, Environment environment, Estate estate, List<Reviewed> all, Instant now) {
    List<Reviewed> own =
        all.stream().filter(drill -> drill.drill().environment().equals(name)).toList();
    Map<String, BusinessProcess> processes = ReviewDrills.processes(estate, environment);
    List<Objective> objectives =
        own.stream()
            .filter(drill -> drill.item().trusted())
            .findFirst()
            .map(Reviewed::objectives)
            .orElseGet(() -> unmeasured(processes));
    return new Watched(
        name,
        environment.displayName(),
        DrillTimes.of(estate, name).orElse(null),
        own,
        objectives,
        RecoveryForecasts.of(own, now));
  }

  private static List<Objective> unmeasured(Map<String, BusinessProcess> processes) {
    return processes.entrySet().stream()
        .map(entry ->
            new Objective(
                entry.getKey(),
                entry.getValue().displayName(),
                null,
                entry.getValue().rto(),
                entry.getValue().rpo()))
        .toList();
  }
}
