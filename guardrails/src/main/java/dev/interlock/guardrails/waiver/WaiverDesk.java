package dev.interlock.guardrails.waiver;

import dev.interlock.estate.Waiver;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.guardrails.Waivers;
import dev.interlock.guardrails.Waivers.Granted;
import dev.interlock.guardrails.judge.Glob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Covers findings with the waivers that are in force, and remembers which of them were needed. */
public final class WaiverDesk {

  private final List<Granted> inForce = new ArrayList<>();
  private final List<Granted> expired = new ArrayList<>();
  private final Set<String> needed = new HashSet<>();

  /**
   * A desk for one check.
   *
   * @param environment that is checked, or null: then only waivers for all environments count
   * @param now a waiver that has expired by then covers nothing
   */
  public WaiverDesk(Waivers waivers, @Nullable String environment, Instant now) {
    for (Granted granted : waivers.granted()) {
      List<String> environments = granted.waiver().environments();
      if (environments.isEmpty() || (environment != null && environments.contains(environment))) {
        Optional<Instant> end = granted.waiver().end();
        (end.isPresent() && now.isBefore(end.get()) ? inForce : expired).add(granted);
      }
    }
  }

  /** The finding, covered by the first waiver in name order that fits it. */
  public Finding cover(Finding finding) {
    Finding covered = finding;
    for (Granted granted : inForce) {
      if (fits(granted.waiver(), finding)) {
        needed.add(granted.name());
        if (covered.waiver() == null) {
          covered = finding.waivedBy(applied(granted));
        }
      }
    }
    return covered;
  }

  /** Waivers that concern this check and have expired. */
  public List<Granted> expired() {
    return List.copyOf(expired);
  }

  /** Waivers in force that fitted no finding so far. */
  public List<Granted> unneeded() {
    return inForce.stream().filter(granted -> !needed.contains(granted.name())).toList();
  }

  private static AppliedWaiver applied(Granted granted) {
    Waiver waiver = granted.waiver();
    Instant end = waiver.end().orElseThrow();
    return new AppliedWaiver(granted.name(), waiver.owner(), waiver.reason(), end);
  }

  private static boolean fits(Waiver waiver, Finding finding) {
    return NamePattern.matches(waiver.control(), finding.control())
        && (waiver.fingerprints().isEmpty()
            || waiver.fingerprints().contains(finding.fingerprint()))
        && (waiver.resources().isEmpty()
            || waiver.resources().stream()
                .anyMatch(glob -> Glob.matches(glob, finding.subject().id())));
  }
}
