package dev.interlock.facts.arm.function;

import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;

/** The tenant's id, where somebody told it. */
final class Tenants {

  private Tenants() {}

  static Value id(TemplateScope scope) {
    return told(scope, "");
  }

  /** The id with what it has before it where the tenant is spoken of as a resource. */
  static Value path(TemplateScope scope) {
    return told(scope, "/tenants/");
  }

  private static Value told(TemplateScope scope, String before) {
    String tenant = scope.deployment().surroundings().tenant();
    return tenant == null
        ? new UnknownValue("the tenant's id is not told")
        : Values.of(before + tenant);
  }
}
