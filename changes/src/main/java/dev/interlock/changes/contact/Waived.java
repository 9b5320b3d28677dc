package dev.interlock.changes.contact;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings that would open the rules if nobody had waived them: whoever reads the decision learns
 * what it leans on.
 *
 * @param findings that are waived, in the order of the manifests
 * @param zone that times are told in
 */
record Waived(List<Finding> findings, ZoneId zone) {

  private static final int SHOWN = 3;

  static Waived of(ManifestFindings found, Severity failOn, ZoneId zone) {
    List<Finding> waived =
        found.findings().stream()
            .filter(f -> f.waiver() != null && f.severity().compareTo(failOn) >= 0)
            .toList();
    return new Waived(waived, zone);
  }

  /**
   * When the first of the waivers ends without which the rules would not hold; null without any.
   */
  @Nullable Instant ends() {
    return waivers()
        .map(AppliedWaiver::expires)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** How the sentence "no finding …" goes on. */
  String without() {
    if (findings.isEmpty()) {
      return ".";
    }
    List<String> shown = findings.stream().map(this::described).distinct().limit(SHOWN).toList();
    return " but " + Words.count(findings.size(), "waived one") + ": " + Words.and(shown) + ".";
  }

  private String described(Finding finding) {
    AppliedWaiver waiver = Objects.requireNonNull(finding.waiver());
    return finding.control()
        + " (waiver "
        + waiver.name()
        + " of "
        + waiver.owner()
        + (waiver.expires() == null
            ? " without an end"
            : " until " + Words.instant(waiver.expires(), zone))
        + ")";
  }

  private Stream<AppliedWaiver> waivers() {
    return findings.stream().map(Finding::waiver).filter(Objects::nonNull);
  }
}
