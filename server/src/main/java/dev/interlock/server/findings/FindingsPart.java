package dev.interlock.server.findings;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Finding;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of findings.
 *
 * @param found those of the part
 * @param next asks for the part that follows; null at the end
 * @param before how many that pass the filter come before the part
 * @param total how many pass the filter
 * @param all how many there are without a filter
 * @param changes how many changes are looked at
 * @param unchecked how many of them have still to be checked: nothing is known of them
 * @param controls how many findings each control has, without a filter
 */
public record FindingsPart(
    List<Found> found,
    @Nullable String next,
    long before,
    long total,
    long all,
    int changes,
    int unchecked,
    SortedMap<String, Long> controls) {

  public FindingsPart {
    found = List.copyOf(found);
  }

  /** A finding on a change. */
  public record Found(RegisteredChange change, Finding finding) {}
}
