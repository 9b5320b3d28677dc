package dev.interlock.changes;

import dev.interlock.finding.Finding;
import java.util.List;

/**
 * What the guardrails found on a change's manifests or plan.
 *
 * @param findings rules that are broken or could not be judged, waived ones included
 * @param resources how many resources were judged
 * @param unreadable files or parts that could not be read, each with the reason
 * @param destroys what holds data and goes by what the manifests say; raises the risk
 * @param touched images and services that the manifests show
 * @param basis which files were judged, and by which controls
 */
public record ManifestFindings(
    List<Finding> findings,
    long resources,
    List<String> unreadable,
    List<String> destroys,
    Touched touched,
    CheckBasis basis) {

  public ManifestFindings {
    findings = List.copyOf(findings);
    unreadable = List.copyOf(unreadable);
    destroys = List.copyOf(destroys);
  }
}
