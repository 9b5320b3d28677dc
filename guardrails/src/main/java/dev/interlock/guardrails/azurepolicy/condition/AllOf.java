package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;

/** {@code allOf}: holds when each part does; none, then, too. */
public record AllOf(List<Condition> parts) implements Condition {

  public AllOf {
    parts = List.copyOf(parts);
  }

  @Override
  public Truth test(PolicyScope scope) {
    Truth all = Truth.TRUE;
    for (int i = 0; i < parts.size(); i++) {
      Truth part = parts.get(i).test(scope);
      if (part == Truth.FALSE) {
        return part;
      }
      if (part == Truth.UNKNOWN) {
        all = part;
      }
    }
    return all;
  }
}
