package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.reading.ExemptionReading;
import dev.interlock.guardrails.azurepolicy.reading.Fields;
import dev.interlock.guardrails.azurepolicy.reading.Item;
import dev.interlock.guardrails.azurepolicy.reading.Layout;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import dev.interlock.guardrails.azurepolicy.reading.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Exemptions as Enterprise Policy as Code keeps them: each with one scope or several, which may
 * have a word and a colon before them that are for display only.
 */
final class ExemptionList {

  private final String file;
  private final Problems problems;

  ExemptionList(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  List<Exemption> read(MappingNode node, String name) {
    List<Exemption> exemptions = new ArrayList<>();
    for (Fields fields : new Fields(node, file, problems).objects("exemptions")) {
      Item item = new Item(fields, fields, Layout.PLAIN, name);
      if (fields.get("policyAssignmentId") == null && Fields.peek(node, "id") == null) {
        byDefinition(fields);
      } else {
        for (String scope : scopes(fields)) {
          Exemption exemption = ExemptionReading.read(item, null, scope);
          if (exemption != null) {
            exemptions.add(exemption);
          }
        }
      }
    }
    return exemptions;
  }

  private static List<String> scopes(Fields fields) {
    List<String> scopes = new ArrayList<>();
    String one = fields.text("scope");
    if (one != null && !one.isBlank()) {
      scopes.add(one);
    }
    for (String written : fields.texts("scopes")) {
      scopes.add(written.substring(written.indexOf(':') + 1));
    }
    return scopes.isEmpty() ? List.of("") : scopes;
  }

  private void byDefinition(Fields fields) {
    problems.add(
        PolicyCode.POL018.warning(
            fields.source(),
            "an exemption without policyAssignmentId is not read: it exempts nothing here",
            "name the assignment, or export what was deployed: az policy exemption list"));
  }
}
