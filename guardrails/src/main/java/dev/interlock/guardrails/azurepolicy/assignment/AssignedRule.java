package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.DefinitionReference;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.NonComplianceMessage;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is in force through an assignment.
 *
 * @param initiative through which it is assigned; null when it is assigned itself
 * @param reference to the definition in the initiative; null when it is assigned itself
 * @param definition null when it was not given
 * @param rule compiled with its parameters; null when it can't be evaluated
 * @param flaw why it can't be evaluated; null when it can
 * @param version the override by which this version of the definition is in force; null when it is
 *     in force where no override says otherwise
 */
public record AssignedRule(
    Assignment assignment,
    @Nullable Initiative initiative,
    @Nullable DefinitionReference reference,
    @Nullable PolicyDefinition definition,
    @Nullable PolicyRule rule,
    @Nullable String flaw,
    @Nullable PolicyOverride version) {

  /** The definition's name as declared, or as it is referred to when it was not given. */
  public String definitionName() {
    if (definition != null) {
      return definition.name();
    }
    String id =
        reference == null ? assignment.policyDefinitionId() : reference.policyDefinitionId();
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** The definition's name in its initiative; null outside of one. */
  public @Nullable String referenceId() {
    return reference == null ? null : reference.referenceId();
  }

  /** Which resources it looks at; all when the definition was not given. */
  public PolicyMode mode() {
    return definition == null ? PolicyMode.ALL : definition.mode();
  }

  /** The effect when it does not depend on the resource or an override; null when it does. */
  public @Nullable Effect constantEffect() {
    return rule == null ? null : rule.constantEffect();
  }

  /** What the assignment says to those who break this rule; null when it says nothing. */
  public @Nullable String message() {
    List<NonComplianceMessage> messages = assignment.nonComplianceMessages();
    String general = null;
    for (NonComplianceMessage message : messages) {
      if (message.referenceId() != null && message.referenceId().equalsIgnoreCase(referenceId())) {
        return message.message();
      }
      if (message.referenceId() == null && general == null) {
        general = message.message();
      }
    }
    return general;
  }
}
