package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.NonComplianceMessage;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say of a policy object, line by line. */
public final class ObjectPages {

  private ObjectPages() {}

  /** A definition. */
  public static List<String> of(PolicyDefinition one) {
    List<String> page = new ArrayList<>();
    line(page, "mode", one.mode().name());
    line(page, "version", one.version());
    line(page, "category", text(one.metadata().get("category")));
    line(page, "effect", effect(one.rule()));
    parameters(page, one.parameters());
    return page;
  }

  /** An initiative. */
  public static List<String> of(Initiative one) {
    List<String> page = new ArrayList<>();
    line(page, "version", one.version());
    line(page, "category", text(one.metadata().get("category")));
    parameters(page, one.parameters());
    one.references()
        .forEach(r -> line(page, "definition", r.referenceId() + " → " + r.policyDefinitionId()));
    return page;
  }

  /** An assignment. */
  public static List<String> of(Assignment one) {
    List<String> page = new ArrayList<>();
    line(page, "scope", one.scope());
    one.notScopes().forEach(scope -> line(page, "not", scope));
    line(page, "assigns", one.policyDefinitionId());
    line(page, "version", one.definitionVersion());
    line(page, "enforcement", one.enforcementMode().word());
    for (GivenParameter given : one.parameters().all()) {
      line(page, "parameter", given.name() + " = " + JsonText.of(given.value()));
    }
    one.overrides().forEach(o -> line(page, "override", o.kind().word() + " = " + o.value()));
    one.nonComplianceMessages().forEach(m -> line(page, "message", message(m)));
    return page;
  }

  /** An exemption. */
  public static List<String> of(Exemption one) {
    List<String> page = new ArrayList<>();
    line(page, "scope", one.scope());
    line(page, "assignment", one.policyAssignmentId());
    one.policyDefinitionReferenceIds().forEach(id -> line(page, "only", id));
    line(page, "category", one.category().word());
    line(page, "until", one.expiresOn());
    line(page, "why", one.description());
    return page;
  }

  private static void parameters(List<String> page, ByName<ParameterDeclaration> parameters) {
    for (ParameterDeclaration one : parameters.all()) {
      String usual =
          one.defaultValue() == null ? ", must be given" : " = " + JsonText.of(one.defaultValue());
      line(page, "parameter", one.name() + " (" + one.type().word() + ")" + usual + allowed(one));
    }
  }

  private static String allowed(ParameterDeclaration one) {
    return one.allowedValues().isEmpty()
        ? ""
        : ", one of " + String.join(", ", one.allowedValues().stream().map(JsonText::of).toList());
  }

  private static String message(NonComplianceMessage one) {
    String reference = one.referenceId();
    return reference == null ? one.message() : one.message() + " (of " + reference + ")";
  }

  private static @Nullable String effect(MappingNode rule) {
    Node then = rule.get("then");
    Node effect = then instanceof MappingNode mapping ? mapping.get("effect") : null;
    return effect == null ? null : text(Values.of(effect));
  }

  private static @Nullable String text(dev.interlock.expression.@Nullable Value value) {
    return value instanceof dev.interlock.expression.StringValue text ? text.text() : null;
  }

  private static void line(List<String> page, String word, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      page.add(word + ": " + value);
    }
  }
}
