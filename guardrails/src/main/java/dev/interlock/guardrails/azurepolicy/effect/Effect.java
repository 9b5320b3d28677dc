package dev.interlock.guardrails.azurepolicy.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What follows when a rule applies.
 *
 * @see <a href="https://learn.microsoft.com/azure/governance/policy/concepts/effect-basics">Azure
 *     Policy definitions effect basics</a>
 */
public enum Effect {
  /** The rule is not evaluated. */
  DISABLED("disabled"),
  /** Adds properties to the request. */
  APPEND("append"),
  /** Changes properties or tags of the request. */
  MODIFY("modify"),
  /** Refuses the request. */
  DENY("deny"),
  /** Reports the resource. */
  AUDIT("audit"),
  /** A person attests whether the resource complies. */
  MANUAL("manual"),
  /** Reports the resource when a related one is missing. */
  AUDIT_IF_NOT_EXISTS("auditIfNotExists"),
  /** Deploys a template when a related resource is missing. */
  DEPLOY_IF_NOT_EXISTS("deployIfNotExists"),
  /** Refuses an action, such as deleting. */
  DENY_ACTION("denyAction"),
  /** Changes components within a cluster. */
  MUTATE("mutate"),
  /** Adds a virtual network to a group of a network manager. */
  ADD_TO_NETWORK_GROUP("addToNetworkGroup"),
  /** Hands a constraint to clusters; of old definitions in modes of resource providers. */
  ENFORCE_OPA_CONSTRAINT("enforceOPAConstraint"),
  /** Hands a rule to clusters; of old definitions in modes of resource providers. */
  ENFORCE_REGO_POLICY("enforceRegoPolicy"),
  /** Sets what a workspace allows; of definitions in modes of resource providers. */
  ENFORCE_SETTING("enforceSetting");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  /** As Microsoft writes it. */
  public String word() {
    return word;
  }

  /** The effect of that name in any letter case. */
  public static Optional<Effect> of(String written) {
    return Arrays.stream(values()).filter(e -> e.word.equalsIgnoreCase(written)).findFirst();
  }

  /** All, as Microsoft writes them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Effect::word).toList();
  }

  /** True for the effects that ask whether a related resource exists. */
  public boolean asksForExistence() {
    return this == AUDIT_IF_NOT_EXISTS || this == DEPLOY_IF_NOT_EXISTS;
  }

  /** True for the effects that change the request before it is judged. */
  public boolean changesRequest() {
    return this == APPEND || this == MODIFY;
  }
}
