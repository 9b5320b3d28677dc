package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import org.jspecify.annotations.Nullable;

/** Reads definitions. */
public final class DefinitionReading {

  private static final String TYPE = "policyDefinitions";

  private DefinitionReading() {}

  /** A definition; null when it cannot be used, which is told. */
  public static @Nullable PolicyDefinition read(Item item) {
    int before = item.problems().errors();
    Fields body = item.body();
    String id = item.id("policyDefinitionId");
    String name = item.name(id);
    Fields rule = body.object("policyRule");
    if (rule == null && Fields.peek(body.node(), "policyRule") == null) {
      body.missing("policyRule", null);
    }
    PolicyDefinition definition =
        new PolicyDefinition(
            id == null ? PolicyIds.of("", TYPE, name) : id,
            name,
            body.text("displayName"),
            PolicyMode.of(body.text("mode")),
            item.version(),
            body.free("metadata"),
            ParameterReading.declared(body),
            rule == null ? body.node() : rule.node(),
            item.source());
    if (rule != null) {
      checkRule(rule);
    }
    item.tellUnknown("a policy definition");
    return item.problems().errors() == before ? definition : null;
  }

  /**
   * A rule with nothing around it. Nothing restricts what it looks at, so its mode is All; without
   * parameters and version.
   */
  public static @Nullable PolicyDefinition bare(MappingNode node, Fields fields, String name) {
    int before = fields.problems().errors();
    checkRule(fields);
    SourceRef source = fields.source();
    return fields.problems().errors() > before
        ? null
        : new PolicyDefinition(
            PolicyIds.of("", TYPE, name),
            name,
            null,
            PolicyMode.ALL,
            null,
            ObjectValue.EMPTY,
            ByName.none(),
            node,
            source);
  }

  private static void checkRule(Fields rule) {
    if (rule.get("if") == null) {
      rule.missing("if", null);
    }
    Fields then = rule.object("then");
    if (then == null) {
      if (Fields.peek(rule.node(), "then") == null) {
        rule.missing("then", null);
      }
    } else if (then.text("effect") == null && Fields.peek(then.node(), "effect") == null) {
      then.missing("effect", null);
    }
    rule.tellUnknown("a policy rule", java.util.Set.of());
  }
}
