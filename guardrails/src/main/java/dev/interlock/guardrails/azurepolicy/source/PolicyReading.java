package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import java.util.List;

/**
 * What was read.
 *
 * @param objects the usable ones
 * @param diagnostics what is wrong with the others, by place
 */
public record PolicyReading(PolicyObjects objects, List<Diagnostic> diagnostics) {

  public PolicyReading {
    diagnostics = List.copyOf(diagnostics);
  }

  /** True when at least one object could not be used. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
