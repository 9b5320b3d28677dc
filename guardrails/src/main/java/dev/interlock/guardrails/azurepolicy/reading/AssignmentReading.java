package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.Assignment.EnforcementMode;
import dev.interlock.guardrails.azurepolicy.model.NonComplianceMessage;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads assignments. */
public final class AssignmentReading {

  private static final String TYPE = "policyAssignments";

  private static final Pattern LAST_LITERAL = Pattern.compile("'([^']+)'\\)+]$");

  private AssignmentReading() {}

  /** An assignment; null when it cannot be used, which is told. */
  public static @Nullable Assignment read(Item item) {
    int before = item.problems().errors();
    Fields body = item.body();
    String id = item.id("policyAssignmentId");
    String name = item.name(id);
    String scope = scope(item, id);
    String definitionId = definitionId(item);
    boolean open =
        item.layout() == Layout.TEMPLATE
            || PolicyIds.hasPlaceholder(scope)
            || PolicyIds.hasPlaceholder(definitionId);
    Assignment assignment =
        new Assignment(
            id == null ? PolicyIds.of(scope, TYPE, name) : id,
            name,
            body.text("displayName"),
            scope,
            definitionId,
            SelectorReading.range(body),
            ParameterReading.given(body, node -> GivenValues.of(node, open)),
            body.texts("notScopes", "notScope"),
            body.choice(
                EnforcementMode.DEFAULT,
                EnforcementMode.values(),
                EnforcementMode::word,
                "enforcementMode"),
            messages(body),
            SelectorReading.resourceSelectors(body),
            SelectorReading.overrides(body),
            item.source());
    item.tellUnknown("an assignment");
    return item.problems().errors() == before ? assignment : null;
  }

  /**
   * The definition's id. In a template it is mostly an expression that ends with the type and the
   * name: that is then the id, without a scope, so that it is found by its last segment.
   */
  private static String definitionId(Item item) {
    String written = item.body().needed("policyDefinitionId");
    if (item.layout() != Layout.TEMPLATE || !Escapes.isExpression(written)) {
      return written;
    }
    Matcher last = LAST_LITERAL.matcher(written);
    if (last.find()) {
      boolean set = written.toLowerCase(Locale.ROOT).contains("policysetdefinitions");
      return PolicyIds.of(
          "", set ? "policySetDefinitions" : "policyDefinitions", PolicyIds.name(last.group(1)));
    }
    item.problems()
        .add(
            PolicyCode.POL024.warning(
                item.body().at("policyDefinitionId"),
                "the template fills in at deployment what is assigned, so it is not known here",
                "read what was deployed: az policy assignment list"));
    return written;
  }

  /** What is written counts; the id says it where nothing is. */
  private static String scope(Item item, @Nullable String id) {
    String written = item.body().text("scope");
    if (written == null && item.layout() == Layout.TEMPLATE) {
      written = item.outer().text("scope");
    }
    String fromId = id == null ? "" : PolicyIds.scope(id);
    if (written == null || written.isBlank()) {
      if (fromId.isEmpty()) {
        noScope(item);
      }
      return fromId;
    }
    String scope = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    if (!fromId.isEmpty() && !PolicyIds.key(fromId).equals(PolicyIds.key(scope))) {
      item.problems()
          .add(
              PolicyCode.POL012.warning(
                  item.body().at("scope"),
                  "the scope " + scope + " is not the one in the id, " + fromId,
                  "the scope is used; correct the id"));
    }
    return scope;
  }

  private static void noScope(Item item) {
    item.problems()
        .add(
            PolicyCode.POL016.warning(
                item.source(),
                "the assignment does not say what it is for, so it is in force nowhere",
                "add its id, or properties.scope"));
  }

  /** The messages, also those of single definitions of an initiative. */
  public static List<NonComplianceMessage> messages(Fields body) {
    List<NonComplianceMessage> messages = new ArrayList<>();
    for (Fields fields : body.objects("nonComplianceMessages", "nonComplianceMessage")) {
      messages.add(
          new NonComplianceMessage(
              fields.needed("message"),
              fields.text("policyDefinitionReferenceId"),
              fields.source()));
      fields.tellUnknown("a message", Set.of());
    }
    return messages;
  }
}
