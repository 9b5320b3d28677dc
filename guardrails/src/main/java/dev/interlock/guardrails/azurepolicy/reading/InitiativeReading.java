package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.model.DefinitionReference;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads initiatives. */
public final class InitiativeReading {

  private static final Set<String> IN_REFERENCES =
      Set.of(
          "latestDefinitionVersion",
          "effectiveDefinitionVersion",
          "definitionVersion",
          "displayName",
          "description");

  private InitiativeReading() {}

  /** An initiative; null when it cannot be used, which is told. */
  public static @Nullable Initiative read(Item item) {
    int before = item.problems().errors();
    Fields body = item.body();
    String id = item.id("policySetDefinitionId");
    String name = item.name(id);
    List<Initiative.Group> groups = groups(body);
    Initiative initiative =
        new Initiative(
            id == null ? PolicyIds.of("", "policySetDefinitions", name) : id,
            name,
            body.text("displayName"),
            item.version(),
            body.free("metadata"),
            ParameterReading.declared(body),
            references(body),
            groups,
            item.source());
    checkGroups(initiative, item.problems());
    body.get("importPolicyDefinitionGroups");
    item.tellUnknown("an initiative");
    return item.problems().errors() == before ? initiative : null;
  }

  private static List<Initiative.Group> groups(Fields body) {
    List<Initiative.Group> groups = new ArrayList<>();
    for (Fields fields : body.objects("policyDefinitionGroups", "policyDefinitionGroup")) {
      groups.add(
          new Initiative.Group(
              fields.needed("name"),
              fields.text("displayName"),
              fields.text("category"),
              fields.text("description"),
              fields.source()));
      fields.tellUnknown("a group", Set.of("additionalMetadataId"));
    }
    return groups;
  }

  private static List<DefinitionReference> references(Fields body) {
    if (body.get("policyDefinitions", "policyDefinition") == null) {
      body.missing("policyDefinitions", null);
    }
    List<DefinitionReference> references = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields fields : body.objects("policyDefinitions", "policyDefinition")) {
      DefinitionReference reference = reference(fields);
      boolean named = fields.get("policyDefinitionReferenceId") != null;
      if (!names.add(reference.referenceId().toLowerCase(Locale.ROOT)) && named) {
        body.problems()
            .add(
                PolicyCode.POL014.error(
                    fields.at("policyDefinitionReferenceId"),
                    "the reference id " + reference.referenceId() + " stands twice",
                    "give each definition of an initiative a reference id of its own"));
      }
      references.add(reference);
      fields.tellUnknown("a definition of an initiative", IN_REFERENCES);
    }
    return references;
  }

  private static DefinitionReference reference(Fields fields) {
    String id = definitionId(fields);
    String referenceId = fields.text("policyDefinitionReferenceId");
    return new DefinitionReference(
        id,
        referenceId == null ? PolicyIds.name(id) : referenceId,
        ParameterReading.given(fields, Values::of),
        SelectorReading.range(fields),
        fields.texts("groupNames", "groupName"),
        fields.source());
  }

  /** Enterprise Policy as Code gives the name alone; where it lies is decided at deployment. */
  private static String definitionId(Fields fields) {
    String name = fields.text("policyDefinitionName");
    return name == null
        ? fields.needed("policyDefinitionId")
        : PolicyIds.of("", "policyDefinitions", name);
  }

  private static void checkGroups(Initiative initiative, Problems problems) {
    Set<String> declared =
        initiative.groups().stream()
            .map(group -> group.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (declared.isEmpty()) {
      return;
    }
    for (DefinitionReference reference : initiative.references()) {
      for (String group : reference.groupNames()) {
        if (!declared.contains(group.toLowerCase(Locale.ROOT))) {
          problems.add(
              PolicyCode.POL015.warning(
                  reference.source(),
                  "the initiative has no group \"" + group + "\"",
                  "declare it under policyDefinitionGroups"));
        }
      }
    }
  }
}
