package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;

/** {@code anyOf}: holds when one part does. */
public record AnyOf(List<Condition> parts) implements Condition {

  public AnyOf {
    parts = List.copyOf(parts);
  }

  @Override
  public Truth test(PolicyScope scope) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < parts.size(); i++) {
      Truth part = parts.get(i).test(scope);
      if (part == Truth.TRUE) {
        return part;
      }
      if (part == Truth.UNKNOWN) {
        any = part;
      }
    }
    return any;
  }
}
