package dev.interlock.usecases.drafting;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people said when asked.
 *
 * @param owner who answers for production
 * @param sites time zone by name of the site
 * @param shifts when people work at the sites; empty when nobody said
 * @param rto recovery time objective of the most important process
 * @param rpo recovery point objective of it
 * @param budget per month, such as {@code 12500.00 EUR}
 */
public record Answers(
    Optional<String> owner,
    Map<String, String> sites,
    List<ShiftHours> shifts,
    Optional<Duration> rto,
    Optional<Duration> rpo,
    Optional<String> budget) {

  /** Nobody has said anything yet. */
  public static final Answers NONE =
      new Answers(
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Answers {
    sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
    shifts = List.copyOf(shifts);
  }

  Answers withOwner(String name) {
    return new Answers(Optional.of(name), sites, shifts, rto, rpo, budget);
  }

  Answers withSites(Map<String, String> zones) {
    return new Answers(owner, zones, shifts, rto, rpo, budget);
  }

  Answers withShifts(List<ShiftHours> hours) {
    return new Answers(owner, sites, hours, rto, rpo, budget);
  }

  Answers withRto(Duration length) {
    return new Answers(owner, sites, shifts, Optional.of(length), rpo, budget);
  }

  Answers withRpo(Duration length) {
    return new Answers(owner, sites, shifts, rto, Optional.of(length), budget);
  }

  Answers withBudget(String monthly) {
    return new Answers(owner, sites, shifts, rto, rpo, Optional.of(monthly));
  }
}
