package dev.interlock.cli.check;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * Findings of one control that people read together.
 *
 * @param control name of the control
 * @param title what the control asks for, in the words of the first finding
 * @param remediation what to do, in the words of the first finding
 * @param severity the worst severity in the group
 * @param findings at least one, in the order of the report
 */
record FindingGroup(
    String control, String title, String remediation, Severity severity, List<Finding> findings) {

  /** The order in which people read groups. */
  static final Comparator<FindingGroup> WORST_FIRST =
      Comparator.comparing(FindingGroup::severity).reversed().thenComparing(FindingGroup::control);
}
