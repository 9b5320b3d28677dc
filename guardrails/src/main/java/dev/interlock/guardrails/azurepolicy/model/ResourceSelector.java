package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import java.util.List;

/**
 * A part of the scope that an assignment or exemption is for. A resource is in it when it fits all
 * selectors.
 *
 * @param name empty when it has none
 */
public record ResourceSelector(String name, List<Selector> selectors, SourceRef source) {

  public ResourceSelector {
    selectors = List.copyOf(selectors);
  }
}
