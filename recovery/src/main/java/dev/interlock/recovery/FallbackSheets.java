package dev.interlock.recovery;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Continuity;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import dev.interlock.estate.ProcessImpact;
import dev.interlock.estate.Tier;
import dev.interlock.recovery.FallbackSheet.Duty;
import dev.interlock.recovery.RecoveryPlan.Gap;
import dev.interlock.recovery.plan.Contacts;
import dev.interlock.recovery.plan.SheetGaps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a company, one for each plant and process.
 *
 * @param sheets by plant, the most critical process first
 * @param gaps what is missing on them, each once
 */
public record FallbackSheets(SortedMap<String, List<FallbackSheet>> sheets, List<Gap> gaps) {

  /** When nobody says how long a review counts. */
  private static final Duration YEAR = Duration.ofDays(365);

  public FallbackSheets {
    sheets = new TreeMap<>(sheets);
    gaps = List.copyOf(gaps);
  }

  /** Of every plant and every process that runs there in production. */
  public static FallbackSheets of(Estate estate, Instant now) {
    return new Making(estate, now).all();
  }

  /** Making them. */
  private static final class Making {

    private final Estate estate;
    private final Instant now;
    private final SheetGaps gaps;
    private final Contacts contacts;

    Making(Estate estate, Instant now) {
      this.estate = estate;
      this.now = now;
      this.gaps = new SheetGaps(estate);
      this.contacts = gaps.contacts();
    }

    FallbackSheets all() {
      SortedMap<String, List<FallbackSheet>> sheets = new TreeMap<>();
      estate
          .all(Plant.class)
          .forEach((name, plant) -> {
            List<FallbackSheet> here = new ArrayList<>();
            processes(name)
                .forEach((process, place) -> here.add(sheet(name, plant, process, place)));
            here.sort(
                Comparator.comparing((FallbackSheet it) -> it.rto())
                    .thenComparing(FallbackSheet::process));
            if (!here.isEmpty()) {
              sheets.put(name, here);
            }
          });
      return new FallbackSheets(sheets, gaps.all());
    }

    /** The processes of a plant, each with the environment in which it runs. */
    private Map<String, String> processes(String plant) {
      Map<String, String> found = new TreeMap<>();
      ProcessImpact impact = ProcessImpact.of(estate);
      estate
          .all(Environment.class)
          .forEach((name, environment) -> {
            if (environment.tier() == Tier.PRODUCTION) {
              for (String process : new TreeSet<>(impact.processesOf(environment))) {
                List<String> own =
                    estate
                        .find(BusinessProcess.class, process)
                        .map(BusinessProcess::plants)
                        .orElse(List.of());
                if (own.isEmpty() ? environment.plants().contains(plant) : own.contains(plant)) {
                  found.putIfAbsent(process, name);
                }
              }
            }
          });
      return found;
    }

    private FallbackSheet sheet(String name, Plant plant, String process, String place) {
      BusinessProcess it = estate.find(BusinessProcess.class, process).orElseThrow();
      Continuity how = it.continuity();
      LocalDate today = LocalDate.ofInstant(now, plant.timeZone());
      LocalDate reviewed = how == null ? null : how.reviewedOn();
      LocalDate due = reviewed == null ? null : reviewed.plusDays(every(how).toDays());
      boolean overdue = due == null || today.isAfter(due);
      gaps.look(process, it, overdue, reviewed, due);
      return new FallbackSheet(
          name,
          plant.displayName(),
          process,
          it.displayName(),
          it.manualFallback(),
          how == null ? List.of() : how.steps(),
          how == null ? List.of() : how.forms(),
          how == null ? List.of() : how.afterwards(),
          it.rto(),
          it.data(),
          duties(plant, it, place),
          reviewed,
          due,
          overdue);
    }

    private static Duration every(@Nullable Continuity how) {
      Duration every = how == null ? null : how.reviewEvery();
      return every == null ? YEAR : every;
    }

    private List<Duty> duties(Plant plant, BusinessProcess process, String place) {
      Continuity how = process.continuity();
      String keeper = how == null || how.owner() == null ? process.owner() : how.owner();
      return List.of(
          new Duty("Site", contacts.of(plant.manager())),
          new Duty("Process", contacts.of(process.owner())),
          new Duty("This sheet", contacts.of(keeper)),
          new Duty(
              "System",
              contacts.of(
                  estate.find(Environment.class, place).map(Environment::owner).orElse(null))));
    }
  }
}
