package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment says of a resource that does not comply, or may not.
 *
 * @param rule through which assignment, initiative and definition
 * @param effect that follows; null when it is not known which
 * @param state how the resource stands
 * @param reason why it is unknown or the evaluation failed; null otherwise
 * @param exemption that covers it; null when none does
 * @param details what the effect would do; null as a value when there is nothing to say
 */
public record PolicyFinding(
    AssignedRule rule,
    @Nullable Effect effect,
    State state,
    @Nullable String reason,
    @Nullable Exemption exemption,
    Value details) {

  /** The reason where it is not known whether the assignment is about the resource at all. */
  public static final String REACH_UNKNOWN =
      "whether the assignment reaches this resource, and with what effect, is not known: that takes"
          + " the resource's id and location, and for management groups the tree of an estate";

  /** How a resource stands. */
  public enum State {
    /** It breaks the rule. */
    NON_COMPLIANT("nonCompliant"),
    /** It breaks the rule, or may, and is exempt. */
    EXEMPT("exempt"),
    /** Nobody can tell. */
    UNKNOWN("unknown");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }
  }
}
