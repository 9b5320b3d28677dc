package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as JSON. */
public final class FindingJson {

  /** From what decides most to what decides least. */
  private static final List<Effect> STRENGTH =
      List.of(
          Effect.DENY,
          Effect.DENY_ACTION,
          Effect.MODIFY,
          Effect.APPEND,
          Effect.DEPLOY_IF_NOT_EXISTS,
          Effect.AUDIT_IF_NOT_EXISTS,
          Effect.AUDIT,
          Effect.MANUAL,
          Effect.MUTATE,
          Effect.ADD_TO_NETWORK_GROUP,
          Effect.DISABLED);

  private FindingJson() {}

  /** One finding: {@code assignment}, {@code definition}, {@code reference}, {@code effect} … */
  public static ObjectValue of(PolicyFinding finding) {
    Map<String, Value> json = new LinkedHashMap<>();
    json.put("assignment", Values.of(finding.rule().assignment().name()));
    json.put("definition", Values.of(finding.rule().definitionName()));
    String reference = finding.rule().referenceId();
    json.put("reference", reference == null ? NullValue.NULL : Values.of(reference));
    json.put(
        "effect", finding.effect() == null ? NullValue.NULL : Values.of(finding.effect().word()));
    json.put("state", Values.of(finding.state().word()));
    if (finding.reason() != null) {
      json.put("reason", Values.of(finding.reason()));
    }
    return ObjectValue.of(json);
  }

  /** A whole result: the strongest effect, its details, and all findings. */
  public static ObjectValue result(String effect, List<PolicyFinding> findings) {
    Map<String, Value> json = new LinkedHashMap<>();
    json.put("effect", Values.of(effect));
    json.put(
        "details",
        findings.stream()
            .filter(one -> one.effect() != null && one.effect().word().equals(effect))
            .findFirst()
            .map(PolicyFinding::details)
            .orElse(NullValue.NULL));
    json.put("error", NullValue.NULL);
    json.put("findings", new ArrayValue(findings.stream().<Value>map(FindingJson::of).toList()));
    return ObjectValue.of(json);
  }

  /**
   * The effect that decides: deny before what changes the request, before what is reported; unknown
   * when something is and nothing denies; {@code none} when nothing follows.
   */
  public static String strongest(List<PolicyFinding> findings) {
    String effect =
        findings.stream()
            .filter(one -> one.state() == State.NON_COMPLIANT)
            .map(PolicyFinding::effect)
            .filter(java.util.Objects::nonNull)
            .min(Comparator.comparingInt(FindingJson::rank))
            .map(Effect::word)
            .orElse("none");
    boolean unknown = findings.stream().anyMatch(one -> one.state() == State.UNKNOWN);
    return unknown && !effect.equals(Effect.DENY.word()) ? "unknown" : effect;
  }

  private static int rank(Effect effect) {
    return STRENGTH.indexOf(effect);
  }
}
