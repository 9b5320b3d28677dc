package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import java.util.List;

/**
 * A change that an assignment makes to the definitions it assigns.
 *
 * @param value the effect, or the version, that is used instead
 * @param selectors which definitions or resources it is for; empty for all
 */
public record PolicyOverride(Kind kind, String value, List<Selector> selectors, SourceRef source) {

  /** What an override changes. */
  public enum Kind {
    /** The effect of definitions. */
    POLICY_EFFECT("policyEffect"),
    /** The version of the definition. */
    POLICY_VERSION("policyVersion");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As Microsoft writes it. */
    public String word() {
      return word;
    }
  }

  public PolicyOverride {
    selectors = List.copyOf(selectors);
  }
}
